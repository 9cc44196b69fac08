package org.quanzu.desk;

import java.util.List;
import java.util.Optional;

/** All cases. */
public interface Cases {

    Optional<Case> find(String caseId);

    Optional<Case> ofPerson(String personId);

    /** The case, and nobody else changes it until the transaction ends. */
    Optional<Case> lock(String caseId);

    /** One step of the version of a case of which nothing else changes. */
    void step(String caseId);

    /** What happened to the case, latest first, all episodes. */
    List<HistoryLine> history(String caseId);
}

package org.quanzu.desk.intake;

import java.time.Instant;
import java.util.List;

/** What changes cases because of assessments; in the caller's transaction. */
interface CaseIntake {

    /** Opens, raises or opens again the cases that {@code warnings} are about, in their order. */
    void take(List<Warning> warnings);

    /** The case of a person who is another one is closed; what it was about is in the other one's history now. */
    void merge(String from, String into, Instant at);
}

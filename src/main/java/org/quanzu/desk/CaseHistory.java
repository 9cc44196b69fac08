package org.quanzu.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what happens to cases; every step of a case's version has one line here. */
public interface CaseHistory {

    void add(Case subject, Entry entry);

    /** The latest lines of a case, latest first. */
    List<HistoryLine> latest(String caseId, int count);

    /** A line to be written. */
    record Entry(
            Instant at,
            String who,
            HistoryLine.What what,
            @Nullable String detail) {}
}

package org.quanzu.desk.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes cases because of assessments; in the caller's transaction. */
interface CaseIntake {

    /** Opens, raises or opens again the cases that {@code warnings} are about, in their order. */
    void take(List<Warning> warnings);

    /**
     * A person's events turned out to be partly another one's; {@code warnedAt} is when an own one last warned, null if none
     * ever did. The open case is closed unless an own event has warned since it was opened.
     */
    void separate(String personId, @Nullable Instant warnedAt, Instant at);

    /** The case of a person who is another one is closed; what it was about is in the other one's history now. */
    void merge(String from, String into, Instant at);
}

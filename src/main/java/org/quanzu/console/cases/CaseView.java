package org.quanzu.console.cases;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Language;
import org.quanzu.console.Operator;

/** What the page of a case needs of the desk; every deed under a hold throws {@link Unsaved} when it is not recorded. */
public interface CaseView {

    /** The case as {@code reader} may see it: names and numbers masked, the script filled, in the reader's language. */
    Optional<CasePage> find(String caseId, Operator reader, Language language);

    /** Takes the case; false when somebody else has it or it is closed. */
    boolean take(String caseId, Operator operator);

    /** Prolongs the lease; false when it has ended. */
    boolean heartbeat(String caseId, UUID lease);

    void handBack(Hold hold, String reason);

    /** Records a try to reach the person; channel and contact are codes of {@link Codes}. */
    void attempt(Hold hold, String channel, String contact, @Nullable String note);

    /** Lets go of the case until the next try the plan asks for. */
    void putOff(Hold hold);

    /** Records the outcome as the operator saw the case in {@code version}. */
    void conclude(Hold hold, int version, OutcomeForm outcome);

    /** What an operator shows to change a case they took. */
    record Hold(String caseId, UUID lease, Operator operator) {}
}

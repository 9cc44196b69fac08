package org.quanzu.console.steering;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Operator;
import org.quanzu.console.cases.Unsaved;
import org.quanzu.desk.shift.Colleagues.Colleague;

/** What steering a case needs of the desk; every deed throws {@link Unsaved} when it is not recorded. */
public interface SteeringView {

    Optional<Standing> find(String caseId);

    /** How a case stands; {@code offeredTo} is a user or a unit that has not answered, null when it is offered to nobody. */
    record Standing(
            boolean pinned, boolean vulnerable, @Nullable String offeredTo) {}

    /** Whom a case can be handed to. */
    List<Colleague> colleagues();

    /** Puts the case before all others, or back among them. */
    void pin(String caseId, boolean pinned, Operator by);

    void lowerLevel(Deed deed, String level);

    /** Keeps whether the person said to be vulnerable. */
    void declareVulnerable(Deed deed, boolean vulnerable);

    /** Offers the case to {@code user:} a colleague or {@code unit:} whoever works there. */
    void offer(Deed deed, UUID lease, String to);

    /** Something done for a reason to a case as it was seen in a version. */
    record Deed(String caseId, int version, String reason, Operator by) {}
}

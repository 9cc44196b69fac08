package org.quanzu.outreach.banks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.Case;

/** What a source may read of what followed from its events; nothing of what others told. */
public interface BankView {

    /** The case, with what concerns the source; whether it may read of the person is for the caller to know. */
    Optional<CaseView> find(String caseId, String source);

    /** The notices of the source after {@code seq}, the oldest first. */
    List<Notice> changes(String source, long seq, int limit);

    /** A case, the latest hold on a payment of the source, and what is to be done. */
    record CaseView(Case subject, @Nullable PaymentHold hold, List<Step> plan) {
        public CaseView {
            plan = List.copyOf(plan);
        }
    }

    /** A step of the plan. */
    record Step(String action, State state, Instant dueAt) {

        /** Whether somebody tried to call or the order went out; what nobody is known to have done is open. */
        public enum State {
            OPEN,
            DONE
        }
    }
}

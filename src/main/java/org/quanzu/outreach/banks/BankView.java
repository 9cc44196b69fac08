package org.quanzu.outreach.banks;

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

    /** A case and the latest hold on a payment of the source. */
    record CaseView(Case subject, @Nullable PaymentHold hold) {}
}

package org.quanzu.outreach.banks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.quanzu.desk.Cases;

/** What the desk and the notices say. */
final class JournalBankView implements BankView {
    private final Cases cases;
    private final BankNotices notices;
    private final Clock clock;

    JournalBankView(Cases cases, BankNotices notices, Clock clock) {
        this.cases = cases;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Optional<CaseView> find(String caseId, String source) {
        return cases.find(caseId)
                .map(found -> new CaseView(
                        found,
                        notices.latest(found.personId(), source)
                                .map(hold -> hold.at(clock.instant()))
                                .orElse(null)));
    }

    @Override
    public List<Notice> changes(String source, long seq, int limit) {
        return notices.after(source, seq, limit);
    }
}

package org.quanzu.outreach.banks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.quanzu.desk.Cases;

/** What the desk and the notices say. */
final class JournalBankView implements BankView {
    private final Cases cases;
    private final BankNotices notices;
    private final CasePlan plan;
    private final Clock clock;

    JournalBankView(Cases cases, BankNotices notices, CasePlan plan, Clock clock) {
        this.cases = cases;
        this.notices = notices;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public Optional<CaseView> find(String caseId, String source) {
        return cases.find(caseId)
                .map(found -> new CaseView(
                        found,
                        notices.latest(found.personId(), source)
                                .map(hold -> hold.at(clock.instant()))
                                .orElse(null),
                        plan.of(found)));
    }

    @Override
    public List<Notice> changes(String source, long seq, int limit) {
        return notices.after(source, seq, limit);
    }
}

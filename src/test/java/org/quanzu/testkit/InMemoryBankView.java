package org.quanzu.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanzu.outreach.banks.BankView;
import org.quanzu.outreach.banks.Notice;

/** Cases and notices as they were put here; every source sees each case. */
public final class InMemoryBankView implements BankView {
    public final Map<String, CaseView> cases = new HashMap<>();
    public final List<Notice> notices = new ArrayList<>();

    @Override
    public Optional<CaseView> find(String caseId, String source) {
        return Optional.ofNullable(cases.get(caseId));
    }

    @Override
    public List<Notice> changes(String source, long seq, int limit) {
        return notices.stream()
                .filter(notice -> notice.source().equals(source) && notice.seq() > seq)
                .limit(limit)
                .toList();
    }
}

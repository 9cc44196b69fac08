package org.quanzu.console.cases;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Language;
import org.quanzu.console.Operator;
import org.springframework.stereotype.Component;

/** The cases while no desk is attached: none. */
@Component
class NoCases implements CaseView {

    @Override
    public Optional<CasePage> find(String caseId, Operator reader, Language language) {
        return Optional.empty();
    }

    @Override
    public boolean take(String caseId, Operator operator) {
        return false;
    }

    @Override
    public boolean heartbeat(String caseId, UUID lease) {
        return false;
    }

    @Override
    public void handBack(Hold hold, String reason) {
        throw Unsaved.leaseEnded(null);
    }

    @Override
    public void attempt(Hold hold, String channel, String contact, @Nullable String note) {
        throw Unsaved.leaseEnded(null);
    }

    @Override
    public void putOff(Hold hold) {
        throw Unsaved.leaseEnded(null);
    }

    @Override
    public void conclude(Hold hold, int version, OutcomeForm outcome) {
        throw Unsaved.leaseEnded(null);
    }
}

package org.quanzu.platform;

import org.quanzu.outreach.ServedRules;
import org.quanzu.practice.Messages;
import org.quanzu.rules.RuleSets;
import org.springframework.stereotype.Component;

/** Hands orders what they need of the rule set in service. */
@Component
class RulesForOrders implements ServedRules {
    private final RuleSets ruleSets;

    RulesForOrders(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    @Override
    public Messages messages() {
        return ruleSets.current().practice().messages();
    }

    @Override
    public int rank(String level) {
        return ruleSets.current().levels().byCode(level).rank();
    }
}

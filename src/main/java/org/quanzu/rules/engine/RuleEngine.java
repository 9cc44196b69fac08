package org.quanzu.rules.engine;

import java.util.Collection;
import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.AgendaFilter;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.scoring.Hit;

/** Rules in a rule base of their own, with pooled sessions: facts go in, matches come out, the session goes back. */
final class RuleEngine {
    private static final int POOLED_SESSIONS = 2;

    private final KieSessionsPool sessions;

    RuleEngine(Collection<Model> models) {
        sessions = KieBaseBuilder.createKieBaseFromModel(models).newKieSessionsPool(POOLED_SESSIONS);
    }

    /** Shows every match to {@code matches}. A session in which a condition failed is not used again. */
    void fire(List<Fact> facts, Now now, AgendaFilter matches) {
        KieSession session = sessions.newKieSession();
        boolean sound = false;
        try {
            session.insert(now);
            for (int i = 0; i < facts.size(); i++) {
                session.insert(facts.get(i));
            }
            session.fireAllRules(matches);
            sound = true;
        } finally {
            if (sound) {
                session.dispose();
            } else {
                session.destroy();
            }
        }
    }

    /** The hit of the only rule in this engine, or null when it does not match. */
    static @Nullable Hit hit(CompiledRule rule, List<Fact> facts, Now now) {
        Gathering gathering = new Gathering(rule);
        rule.program().engine().fire(facts, now, match -> {
            gathering.add(match);
            return false;
        });
        return gathering.isEmpty() ? null : gathering.hit();
    }
}

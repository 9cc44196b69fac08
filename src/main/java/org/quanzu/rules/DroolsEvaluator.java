package org.quanzu.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.Match;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.scoring.Evaluator;
import org.quanzu.scoring.Hit;

/**
 * Evaluates rules with Drools, stateless: facts go into a pooled session, matches come out through the agenda, the session
 * goes back. Consequences are empty; a match becomes a hit from what the rule file says and the facts matched.
 */
final class DroolsEvaluator implements Evaluator {
    private static final int POOLED_SESSIONS = 4;

    private final Map<String, CompiledRule> rules = new HashMap<>();
    private final Screening screening;
    private final KieSessionsPool sessions;
    private final int indices;
    private final RuleByRule ruleByRule;

    DroolsEvaluator(List<CompiledRule> compiled) {
        compiled.forEach(rule -> rules.put(rule.name(), rule));
        indices = 1 + compiled.stream().mapToInt(CompiledRule::index).max().orElse(0);
        screening = new Screening(compiled);
        KieBase base = KieBaseBuilder.createKieBaseFromModel(
                compiled.stream().map(CompiledRule::model).distinct().toList());
        sessions = base.newKieSessionsPool(POOLED_SESSIONS);
        ruleByRule = new RuleByRule(compiled);
    }

    @Override
    public Evaluation evaluate(List<Fact> facts, long nowMillis) {
        Now now = new Now(nowMillis, indices);
        Optional<List<Fact>> relevant = screening.relevant(facts, now);
        return relevant.isEmpty() ? Evaluation.NOTHING : evaluate(relevant.get(), now);
    }

    /** The same without screening: every fact goes to the engine. */
    Evaluation evaluateAll(List<Fact> facts, long nowMillis) {
        return evaluate(facts, new Now(nowMillis, indices));
    }

    private Evaluation evaluate(List<Fact> facts, Now now) {
        try {
            return fire(facts, now);
        } catch (RuntimeException e) {
            return ruleByRule.evaluate(facts, now.getStartMillis());
        }
    }

    /** What matches, or the exception a condition threw. */
    Evaluation fire(List<Fact> facts, Now now) {
        Map<String, Gathering> gathered = new HashMap<>();
        KieSession session = sessions.newKieSession();
        boolean sound = false;
        try {
            session.insert(now);
            for (int i = 0; i < facts.size(); i++) {
                session.insert(facts.get(i));
            }
            session.fireAllRules(match -> gather(match, gathered));
            sound = true;
        } finally {
            giveBack(session, sound);
        }
        return gathered.isEmpty() && !now.anyCutOff() ? Evaluation.NOTHING : evaluation(gathered, now);
    }

    private boolean gather(Match match, Map<String, Gathering> gathered) {
        String name = match.getRule().getName();
        gathered.computeIfAbsent(name, unknown -> new Gathering(Objects.requireNonNull(rules.get(name))))
                .add(match);
        return false;
    }

    /** A session in which a condition failed is not used again. */
    private static void giveBack(KieSession session, boolean sound) {
        if (sound) {
            session.dispose();
        } else {
            session.destroy();
        }
    }

    private Evaluation evaluation(Map<String, Gathering> gathered, Now now) {
        List<String> cutOff = now.anyCutOff() ? cutOff(now) : List.of();
        List<Hit> hits = new ArrayList<>(gathered.size());
        for (Gathering one : gathered.values()) {
            if (!cutOff.contains(one.rule().rule().id())) {
                hits.add(one.hit());
            }
        }
        hits.sort(Comparator.comparing(hit -> hit.rule().id()));
        return new Evaluation(List.copyOf(hits), cutOff);
    }

    private List<String> cutOff(Now now) {
        return rules.values().stream()
                .filter(rule -> now.cutOff(rule.index()))
                .map(rule -> rule.rule().id())
                .sorted()
                .toList();
    }
}

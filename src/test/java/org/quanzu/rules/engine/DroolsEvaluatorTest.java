package org.quanzu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Event;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.rules.RuleFault;
import org.quanzu.scoring.Evaluator.Evaluation;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Hit;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.Text;
import org.quanzu.testkit.Events;
import org.quanzu.watchlist.Watchlists;

class DroolsEvaluatorTest {
    private static final String FEE = """
            $call : Call( incoming, answered, number.overseas, number.familiar == false, minutes >= 3 )
            $payment : Transaction( outgoing, payee.personal, payee.familiar == false, amount >= 500, amount <= 20000,
                startsAfter($call, 0L, 7200000L) )
            """;

    @Test
    void findsTheHitWithItsEvidence() {
        DroolsEvaluator evaluator = evaluator(Map.of("fee", FEE), List.of());
        Profile profile = history(
                Events.call("c-1", NOON, "+44 20 7946 0958", 600),
                Events.payment("t-1", NOON.plusMinutes(30), "1800.50", "acc-9"));

        Evaluation found = evaluator.evaluate(profile.factsNow(), profile.latestMillis());

        assertThat(found.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.evidence()).extracting(Fact::eventId).containsExactly("c-1", "t-1");
            assertThat(hit.reason().en()).isEqualTo("1800.50");
        });
    }

    @Test
    void seesACallInProgressAsLastingUntilNow() {
        DroolsEvaluator evaluator = evaluator(Map.of("fee", FEE), List.of());
        Profile profile = history(
                Events.liveCall("c-1", NOON, "+44 20 7946 0958"),
                Events.payment("t-1", NOON.plusMinutes(30), "1800.50", "acc-9"));

        Evaluation found = evaluator.evaluate(profile.factsNow(), profile.latestMillis());

        assertThat(found.hits()).hasSize(1);
    }

    @Test
    void takesEvidenceOutOfAccumulatedLists() {
        String three = """
                $now : Now()
                accumulate( $p : Transaction( outgoing, startsBefore($now, 0L, 21600000L) );
                    $n : count(1), $all : collectList($p); $n >= 3 )
                """;
        DroolsEvaluator evaluator = evaluator(Map.of("three", three), List.of("$all"));
        Profile two =
                history(Events.payment("t-1", NOON, "10", "a"), Events.payment("t-2", NOON.plusMinutes(1), "20", "b"));
        Profile many = history(
                Events.payment("t-0", NOON.minusHours(7), "10", "z"),
                Events.payment("t-1", NOON, "10", "a"),
                Events.payment("t-2", NOON.plusMinutes(1), "20", "b"),
                Events.payment("t-3", NOON.plusMinutes(2), "30", "c"));

        Evaluation none = evaluator.evaluate(two.factsNow(), two.latestMillis());
        Evaluation found = evaluator.evaluate(many.factsNow(), many.latestMillis());

        assertThat(none.hits()).isEmpty();
        assertThat(found.hits())
                .flatExtracting(Hit::evidence)
                .extracting("eventId")
                .containsExactly("t-1", "t-2", "t-3");
    }

    @Test
    void cutsOffARuleThatJoinsEverythingWithEverythingAndKeepsTheOthers() {
        String everything = """
                $now_ : Now()
                $a : Transaction()
                $b : Transaction( $now_.permits(0) )
                $c : Transaction( $now_.permits(0) )
                $d : Transaction( $now_.permits(0) )
                """;
        DroolsEvaluator evaluator =
                evaluator(Map.of("everything", everything, "outgoing", "Transaction( outgoing )"), List.of());
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            events.add(Events.payment("t-" + i, NOON.plusSeconds(i), "10", "a" + i));
        }
        Profile profile = history(events.toArray(Event[]::new));

        Evaluation found = evaluator.evaluate(profile.factsNow(), profile.latestMillis());

        assertThat(found.cutOff()).containsExactly("everything");
        assertThat(evaluator.faults().all())
                .containsExactly(new RuleFault("everything", 1, RuleFault.Cause.JOINS, "it joins too many facts"));
        assertThat(found.hits()).extracting(hit -> hit.rule().id()).containsExactly("outgoing");
    }

    @Test
    void reportsARuleWhoseConditionFailsAndKeepsTheOthers() {
        DroolsEvaluator evaluator = evaluator(
                Map.of("broken", "Transaction( amount.divide(balanceBefore) > 1 )", "fine", "Transaction( outgoing )"),
                List.of());
        Profile profile = history(Events.payment("t-1", NOON, "10", "a"));

        Evaluation found = evaluator.evaluate(profile.factsNow(), profile.latestMillis());

        assertThat(found.cutOff()).containsExactly("broken");
        assertThat(evaluator.faults().all()).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("broken");
            assertThat(fault.why()).isEqualTo("its condition failed with NullPointerException");
        });
        assertThat(found.hits()).extracting(hit -> hit.rule().id()).containsExactly("fine");
    }

    private static Profile history(Event... events) {
        Profile profile = Profile.empty("p-1");
        for (Event event : events) {
            profile = Update.of(profile, event, Surroundings.UNKNOWN, Watchlists.EMPTY)
                    .after();
        }
        return profile;
    }

    private static DroolsEvaluator evaluator(Map<String, String> conditions, List<String> evidence) {
        Map<String, Model> models = DroolsCompiler.compile(conditions);
        List<CompiledRule> rules = new ArrayList<>();
        models.forEach((name, model) -> rules.add(new CompiledRule(
                new RuleSource(
                        rule(name), evidence, DroolsEvaluatorTest::amount, List.of(), steps -> conditions.get(name)),
                name.equals("everything") ? 0 : 1,
                RuleProgram.of(name, model))));
        return new DroolsEvaluator(rules);
    }

    private static Text amount(Map<String, Object> bound) {
        String amount = bound.get("$payment") instanceof org.quanzu.fact.Transaction payment
                ? payment.getAmount().toPlainString()
                : "";
        return new Text(amount, amount);
    }

    private static Rule rule(String id) {
        return new Rule(
                id, id, "loan", Rule.Status.LIVE, 30, Evidence.MONEY, null, null, new Text("", ""), "", id + ".drl");
    }
}

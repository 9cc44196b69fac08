package org.quanzu.rules.engine;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSetFactory;
import org.quanzu.rules.engine.Episodes.Episode;
import org.quanzu.scoring.Evaluator.Evaluation;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.story.Story.Step;

class ScreeningPropertyTest {
    private static final int STEPS_BETWEEN = 9;
    private static final RuleSet RULE_SET = Objects.requireNonNull(
            new RuleSetFactory().make(RuleFolder.read(Path.of("rules"))).ruleSet());
    private static final DroolsEvaluator EVALUATOR = (DroolsEvaluator) RULE_SET.evaluator();
    private static final RuleEngine WHOLE = new RuleEngine(
            EVALUATOR.rules().stream().map(rule -> rule.program().model()).toList());

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void changesNoResult(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int size) {
        Episode episode = Episodes.of(seed, size);
        Profile profile = Profile.empty("p-1")
                .seenWith(RULE_SET.watchlists())
                .withAttributes(episode.story().attributes());

        for (int i = 0; i < size; i++) {
            Step step = episode.steps().get(i);
            profile = Update.of(profile, step.event(), step.surroundings(), RULE_SET.watchlists())
                    .after();
            if (i % STEPS_BETWEEN == 0 || i == size - 1) {
                assertSameResults(profile.factsNow(), profile.latestMillis());
            }
        }
    }

    private static void assertSameResults(List<Fact> facts, long nowMillis) {
        Evaluation screened = EVALUATOR.evaluate(facts, nowMillis);
        Evaluation plain = EVALUATOR.evaluateAll(facts, nowMillis);
        Whole whole = whole(facts, nowMillis);

        Statistics.collect(screened.hits().isEmpty() ? "quiet" : "hits");
        Statistics.coverage(seen -> seen.check("hits").percentage(share -> share > 40));
        assertThat(screened).isEqualTo(plain);
        assertThat(without(ids(screened), whole.cutOff())).isEqualTo(without(whole.matched(), screened.cutOff()));
    }

    private record Whole(Set<String> matched, Set<String> cutOff) {}

    /** What one rule base of all rules says, by rule id. */
    private static Whole whole(List<Fact> facts, long nowMillis) {
        Now now = new Now(nowMillis, EVALUATOR.rules().size());
        Set<String> names = new TreeSet<>();
        WHOLE.fire(facts, now, match -> {
            names.add(match.getRule().getName());
            return false;
        });
        Set<String> cutOff = EVALUATOR.rules().stream()
                .filter(rule -> now.cutOff(rule.index()))
                .map(rule -> rule.rule().id())
                .collect(toSet());
        Set<String> matched = EVALUATOR.rules().stream()
                .filter(rule -> names.contains(rule.program().name()))
                .map(rule -> rule.rule().id())
                .collect(toSet());
        return new Whole(without(matched, cutOff), cutOff);
    }

    private static Set<String> ids(Evaluation found) {
        return found.hits().stream().map(hit -> hit.rule().id()).collect(toSet());
    }

    private static Set<String> without(Set<String> all, Iterable<String> some) {
        Set<String> rest = new TreeSet<>(all);
        some.forEach(rest::remove);
        return rest;
    }
}

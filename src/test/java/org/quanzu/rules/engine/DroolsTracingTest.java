package org.quanzu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Event;
import org.quanzu.fact.Now;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rulefile.Step;
import org.quanzu.rules.RuleSetFactory;
import org.quanzu.rules.RuleTrace;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.story.Stories;
import org.quanzu.simulation.story.Story;
import org.quanzu.testkit.Events;

class DroolsTracingTest {
    private static final int EVERY = 6;
    private static final int STORY = 12;

    @Test
    void tellsTheSameFromThePredicatesAsFromTheEngine() {
        RuleSet ruleSet = shipped();
        List<CompiledRule> all = ((DroolsEvaluator) ruleSet.evaluator()).rules();
        List<CompiledRule> sample = new ArrayList<>();
        for (int i = 0; i < all.size(); i += EVERY) {
            sample.add(all.get(i));
        }
        Prefixes prefixes = new Prefixes();
        List<Story> stories = Stories.read(Path.of("simulations"));
        Map<String, Step> fast = new HashMap<>();
        Map<String, Step> slow = new HashMap<>();

        for (int i = 0; i < stories.size(); i += STORY) {
            Profile profile = told(stories.get(i), ruleSet);
            List<CompiledRule> failed = failed(sample, ruleSet, profile);
            long now = profile.latestMillis();
            String story = stories.get(i).path() + " ";
            failed.forEach(rule -> fast.put(
                    story + rule.program().name(), StepSearch.failure(rule, profile.factsNow(), new Now(now, 1))));
            prefixes.failures(failed, profile.factsNow(), now).forEach((name, step) -> slow.put(story + name, step));
        }

        assertThat(fast).isNotEmpty().isEqualTo(slow);
    }

    @Test
    void namesThePlaceOfTheFirstStepThatFailed() {
        RuleSet ruleSet = own("""
                  $now : Now()
                  not Call( answered, minutes >= 30 )
                  $small : Transaction( outgoing, amount <= 100 )
                  $large : Transaction( outgoing, amount > $small.amount * 100,
                      this after[0m, 1h] $small, this before[0m, 1d] $now )
                """);
        Profile calm = history(
                ruleSet,
                Events.payment("t-1", NOON, "20", "a"),
                Events.payment("t-2", NOON.plusHours(3), "9000", "b"),
                Events.payment("t-3", NOON.plusHours(3).plusMinutes(1), "10", "b"));
        Profile called = history(ruleSet, Events.call("c-1", NOON, "+44 20 7946 0958", 3600));

        assertThat(onlyTrace(ruleSet, calm)).isEqualTo(new RuleTrace.Condition(10, 7, "this after[0m, 1h] $small"));
        assertThat(onlyTrace(ruleSet, called))
                .isEqualTo(new RuleTrace.Condition(7, 3, "not Call( answered, minutes >= 30 )"));
    }

    @Test
    void asksTheEngineWhereThePredicatesDoNotTell() {
        RuleSet ruleSet = own("""
                  $small : Transaction( outgoing, $amount : amount )
                  $large : Transaction( outgoing, amount > $amount * 100 )
                """);
        Profile profile = history(ruleSet, Events.payment("t-1", NOON, "20", "a"));

        RuleTrace.Condition failed = onlyTrace(ruleSet, profile);

        assertThat(failed).isEqualTo(new RuleTrace.Condition(7, 35, "amount > $amount * 100"));
    }

    @Test
    void saysOfARuleThatMatchedThatNothingFailed() {
        RuleSet ruleSet = own("  $payment : Transaction( outgoing )\n");
        Profile profile = history(ruleSet, Events.payment("t-1", NOON, "20", "a"));

        List<RuleTrace> traces = new DroolsTracing().trace(ruleSet, profile.factsNow(), profile.latestMillis());

        assertThat(traces).singleElement().satisfies(trace -> {
            assertThat(trace.matched()).isTrue();
            assertThat(trace.failedAt()).isNull();
        });
    }

    private static RuleTrace.Condition onlyTrace(RuleSet ruleSet, Profile profile) {
        return new DroolsTracing()
                .trace(ruleSet, profile.factsNow(), profile.latestMillis())
                .get(0)
                .failedAt();
    }

    private static List<CompiledRule> failed(List<CompiledRule> rules, RuleSet ruleSet, Profile profile) {
        Set<String> matched = new HashSet<>();
        ruleSet.evaluator()
                .evaluate(profile.factsNow(), profile.latestMillis())
                .hits()
                .forEach(hit -> matched.add(hit.rule().id()));
        return rules.stream()
                .filter(rule -> !matched.contains(rule.rule().id()))
                .toList();
    }

    private static Profile told(Story story, RuleSet ruleSet) {
        Profile profile =
                Profile.empty(story.name()).seenWith(ruleSet.watchlists()).withAttributes(story.attributes());
        for (Story.Step step : story.steps()) {
            profile = Update.of(profile, step.event(), step.surroundings(), ruleSet.watchlists())
                    .after();
        }
        return profile;
    }

    private static Profile history(RuleSet ruleSet, Event... events) {
        Profile profile = Profile.empty("p-1");
        for (Event event : events) {
            profile = Update.of(profile, event, Surroundings.UNKNOWN, ruleSet.watchlists())
                    .after();
        }
        return profile;
    }

    private static RuleSet shipped() {
        return made(RuleFolder.read(Path.of("rules")));
    }

    /** The shipped tables with one rule; its first condition stands in line 6. */
    private static RuleSet own(String conditions) {
        Map<String, String> files =
                new HashMap<>(RuleFolder.read(Path.of("rules")).all());
        files.keySet().removeIf(path -> path.endsWith(".drl"));
        files.put("general/own.drl", """
                package general
                rule "own"
                  @id(GEN-001) @status(live) @points(20) @evidence(MONEY) @stage(PAYING)
                  @reason("own") @reason_zh("自己") @ordinary("nothing to speak of, whatever the person does")
                when
                """ + conditions + "then\nend\n");
        return made(new RuleFiles(files));
    }

    private static RuleSet made(RuleFiles files) {
        RuleSetFactory.Made made = new RuleSetFactory().make(files);
        return Objects.requireNonNull(made.ruleSet(), () -> made.problems().toString());
    }
}

package org.quanzu.rules.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.quanzu.benchmark.Histories;
import org.quanzu.event.Event;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSetFactory;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Scoring;

/** One whole assessment beside plain pooled Drools on the same facts and rules; times are medians of samples. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class AssessmentBenchmark {
    @Param({"5", "60", "200"})
    int events;

    @Param({"ordinary", "scam"})
    String life;

    private RuleSet ruleSet;
    private Profile before;
    private Event last;
    private List<Fact> facts;
    private long nowMillis;
    private RuleEngine plain;
    private int indices;

    @Setup
    public void prepare() {
        RuleSetFactory.Made made = new RuleSetFactory().make(RuleFolder.read(Path.of("rules")));
        ruleSet = Objects.requireNonNull(made.ruleSet(), () -> made.problems().toString());
        List<Event> history = Histories.of(events, life.equals("scam"), 42);
        before = Profile.empty("p-42");
        for (Event event : history.subList(0, events - 1)) {
            before = Update.of(before, event, Surroundings.UNKNOWN, ruleSet.watchlists())
                    .after();
        }
        last = history.get(events - 1);
        Profile after = Update.of(before, last, Surroundings.UNKNOWN, ruleSet.watchlists())
                .after();
        facts = after.factsNow();
        nowMillis = after.latestMillis();
        List<CompiledRule> rules = ((DroolsEvaluator) ruleSet.evaluator()).rules();
        plain = new RuleEngine(
                rules.stream().map(rule -> rule.program().model()).toList());
        indices = 1 + rules.stream().mapToInt(CompiledRule::index).max().orElse(0);
    }

    @Benchmark
    public Assessment assessment() {
        return Scoring.score(before, last, Surroundings.UNKNOWN, ruleSet).assessment();
    }

    /** All rules in one rule base, every fact inserted into one pooled session, every match seen; nothing else. */
    @Benchmark
    public int plainDrools() {
        int[] matches = {0};
        plain.fire(facts, new Now(nowMillis, indices), match -> {
            matches[0]++;
            return false;
        });
        return matches[0];
    }
}

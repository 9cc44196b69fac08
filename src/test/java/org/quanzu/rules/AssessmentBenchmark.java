package org.quanzu.rules;

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
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Evaluator.Evaluation;
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
    }

    @Benchmark
    public Assessment assessment() {
        return Scoring.score(before, last, Surroundings.UNKNOWN, ruleSet).assessment();
    }

    @Benchmark
    public Evaluation plainDrools() {
        return ((DroolsEvaluator) ruleSet.evaluator()).evaluateAll(facts, nowMillis);
    }
}

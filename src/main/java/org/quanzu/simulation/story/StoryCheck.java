package org.quanzu.simulation.story;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.profile.Bounds;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleCheck;
import org.quanzu.rules.RuleSetFactory;
import org.quanzu.rules.RuleSetFactory.Made;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.Deployment;

/** Checks rule files, tells them every story, and prints what was expected and what came. */
public final class StoryCheck implements RuleCheck {
    private static final String ROW = "%-6s %-62s %-8s %-6s %s%n";

    @Override
    public int run(Path rules, Path simulations, Bounds bounds, PrintWriter out) {
        Made made = new RuleSetFactory(bounds).make(RuleFolder.read(rules));
        made.problems().forEach(problem -> out.println(problem));
        RuleSet ruleSet = made.ruleSet();
        if (ruleSet == null) {
            out.println(count(made.problems().stream().filter(Problem::isError).count(), "problem")
                    + "; stories were not run");
            return 1;
        }
        return report(ruleSet, runs(ruleSet, Stories.read(simulations)), out);
    }

    /** Every story with the data of every deployment it has expectations for. */
    static List<StoryRun> runs(RuleSet ruleSet, List<Story> stories) {
        List<StoryRun> runs = new ArrayList<>();
        for (Story story : stories) {
            for (Deployment deployment : StoryRun.deployments(story)) {
                runs.add(StoryRun.of(story, deployment, ruleSet));
            }
        }
        return runs;
    }

    private static int report(RuleSet ruleSet, List<StoryRun> runs, PrintWriter out) {
        out.printf(Locale.ROOT, ROW, "", "story", "data", "events", "got at worst");
        int failed = 0;
        for (StoryRun run : runs) {
            failed += run.failures().isEmpty() ? 0 : 1;
            out.printf(
                    Locale.ROOT,
                    ROW,
                    run.failures().isEmpty() ? "ok" : "FAILED",
                    run.story().path(),
                    run.deployment().word(),
                    run.assessments().size(),
                    summary(run.worst(ruleSet)));
            run.failures().forEach(failure -> out.println("       " + failure));
        }
        List<Rule> unfired = unfired(ruleSet, runs);
        unfired.forEach(rule -> out.println(rule.file() + ": live rule " + rule.id() + " is fired by no story"
                + "\nMaybe add a story under simulations/" + rule.family() + " or make the rule experimental"));
        out.println(count(runs.size(), "story run") + ", " + failed + " failed; "
                + count(ruleSet.rules().size(), "rule") + ", " + unfired.size() + " live without a story");
        return failed == 0 && unfired.isEmpty() ? 0 : 1;
    }

    private static String summary(@Nullable Assessment worst) {
        return worst == null ? "no events" : worst.eventId() + " " + StoryRun.summary(worst);
    }

    /** Live rules that no story fires. */
    static List<Rule> unfired(RuleSet ruleSet, List<StoryRun> runs) {
        Set<String> fired = new HashSet<>();
        runs.forEach(run -> run.assessments().forEach(one -> fired.addAll(StoryRun.rules(one))));
        return ruleSet.rules().stream()
                .filter(rule -> rule.live() && !fired.contains(rule.id()))
                .toList();
    }

    private static String count(long number, String thing) {
        return number + " " + (number == 1 ? thing : thing.endsWith("y") ? thing.replaceAll("y$", "ies") : thing + "s");
    }
}

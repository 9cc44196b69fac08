package org.quanzu.simulation.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessor.Assessor;
import org.quanzu.assessor.AssessorResult.Assessed;
import org.quanzu.assessor.PersonState;
import org.quanzu.fact.Attributes;
import org.quanzu.profile.Profile;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.Reason;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.Deployment;
import org.quanzu.simulation.story.Story.Expectation;
import org.quanzu.simulation.story.Story.Step;

/** A story told to a rule set with the data of one deployment: what was answered, and where that is not as expected. */
public record StoryRun(Story story, Deployment deployment, List<Assessment> assessments, List<String> failures) {

    /** Runs {@code story}; the same story and rule set give the same run. */
    public static StoryRun of(Story story, Deployment deployment, RuleSet ruleSet) {
        Attributes told = story.attributes()
                .withNumbers(
                        number -> ruleSet.watchlists().numberPlan().read(number).value());
        PersonState state = PersonState.of(
                Profile.empty(story.name()).seenWith(ruleSet.watchlists()).withAttributes(told));
        List<Assessment> assessments = new ArrayList<>();
        for (Step step : story.steps()) {
            if (deployment.sees(step.event())) {
                Assessed assessed = Assessor.assessNew(state, step.event(), step.surroundings(), ruleSet);
                state = assessed.after();
                assessments.add(assessed.assessment());
            }
        }
        return new StoryRun(story, deployment, assessments, failures(story, deployment, assessments, ruleSet));
    }

    /** The deployments a story has expectations for. */
    static Set<Deployment> deployments(Story story) {
        return story.expectations().stream()
                .map(Expectation::deployment)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> failures(
            Story story, Deployment deployment, List<Assessment> assessments, RuleSet ruleSet) {
        List<String> failures = new ArrayList<>();
        for (Expectation expected : story.expectations()) {
            if (expected.deployment() != deployment) {
                continue;
            }
            List<Assessment> meant = assessments.stream()
                    .filter(one -> expected.speaksOf(one.eventId()))
                    .toList();
            if (meant.isEmpty() && !expected.eventId().equals(Expectation.EVERY)) {
                failures.add(where(expected) + "no event " + expected.eventId() + " in " + deployment.word());
            }
            meant.forEach(one -> compare(expected, one, ruleSet, failures));
        }
        return failures;
    }

    private static void compare(Expectation expected, Assessment got, RuleSet ruleSet, List<String> failures) {
        String at = where(expected) + got.eventId() + " ";
        int rank = rank(ruleSet, got.level());
        if (expected.atLeast() != null && rank < rank(ruleSet, expected.atLeast())) {
            failures.add(at + "at least " + expected.atLeast() + ", got " + summary(got));
        }
        if (expected.atMost() != null && rank > rank(ruleSet, expected.atMost())) {
            failures.add(at + "at most " + expected.atMost() + ", got " + summary(got));
        }
        if (expected.family() != null && !expected.family().equals(got.family())) {
            failures.add(at + "family " + expected.family() + ", got " + summary(got));
        }
        if (expected.decision() != null
                && !expected.decision().equals(got.decision().name())) {
            failures.add(at + "decision " + expected.decision() + ", got " + got.decision() + " " + summary(got));
        }
        Set<String> fired = rules(got);
        expected.rules().stream()
                .filter(rule -> !fired.contains(rule))
                .forEach(rule -> failures.add(at + "rule " + rule + ", got " + summary(got)));
        expected.notRules().stream()
                .filter(fired::contains)
                .forEach(rule -> failures.add(at + "not rule " + rule + ", got " + summary(got)));
    }

    private static String where(Expectation expected) {
        return "expected.csv:" + expected.line() + ": ";
    }

    private static int rank(RuleSet ruleSet, String code) {
        Level level = ruleSet.levels().byCode(code);
        if (level.rank() == 0 && !code.equals(Level.NONE.code())) {
            throw new IllegalArgumentException("Unknown level " + code + " in a story");
        }
        return level.rank();
    }

    /** Every rule that fired, counted or not, with its points. */
    static Set<String> rules(Assessment assessment) {
        Set<String> rules = new HashSet<>(assessment.experimental());
        assessment.reasons().stream().map(Reason::rule).forEach(rules::add);
        return rules;
    }

    static String summary(Assessment got) {
        return got.level() + " " + (got.family() == null ? "-" : got.family()) + " " + got.score() + " "
                + got.reasons().stream()
                        .map(reason -> reason.rule()
                                + (reason.points() < 0 ? "" : "+")
                                + reason.points()
                                + reason.evidence().name().charAt(0))
                        .collect(Collectors.joining(" "));
    }

    /** The assessment with the highest level, the first of them, or null without any. */
    @Nullable Assessment worst(RuleSet ruleSet) {
        Assessment worst = null;
        for (Assessment one : assessments) {
            if (worst == null || rank(ruleSet, one.level()) > rank(ruleSet, worst.level())) {
                worst = one;
            }
        }
        return worst;
    }
}

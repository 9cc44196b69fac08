package org.quanzu.scoring;

import java.util.List;
import org.quanzu.event.Event;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.scoring.Evaluator.Evaluation;

/** The pure function at the heart: profile, event, surroundings and rule set give the next profile and an assessment. */
public final class Scoring {
    private Scoring() {}

    /** The profile after an event and what the event means. */
    public record Scored(Profile after, Assessment assessment) {}

    /** Scores {@code event}, seen with {@code surroundings}, against {@code ruleSet}. No clock, no I/O, no randomness. */
    public static Scored score(Profile before, Event event, Surroundings surroundings, RuleSet ruleSet) {
        Update update = Update.of(before.keeping(ruleSet.bounds()), event, surroundings, ruleSet.watchlists());
        Profile after = update.after();
        List<Fact> facts = after.factsNow();
        Evaluation found =
                update.tooLate() ? Evaluation.NOTHING : ruleSet.evaluator().evaluate(facts, after.latestMillis());
        Assessment assessment = new AssessmentBuilder(ruleSet, event, update, facts, found).assessment();
        if (surroundings.clockAhead()) {
            assessment = assessment.with(Note.CLOCK_AHEAD);
        }
        return new Scored(after, surroundings.protectiveTransfer() ? assessment.excepted() : assessment);
    }
}

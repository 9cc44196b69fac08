package org.quanzu.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quanzu.event.Event;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSetFactory;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Scoring;
import org.quanzu.scoring.Scoring.Scored;

/** The rule set as it is shipped, compiled once, and what it answers to the events of one person. */
public final class ShippedRules {
    public static final RuleSet RULE_SET = Objects.requireNonNull(
            new RuleSetFactory().make(RuleFolder.read(Path.of("rules"))).ruleSet());

    private ShippedRules() {}

    /** The answer to the last of {@code events}, each received as it happens. */
    public static Assessment last(List<? extends Event> events) {
        List<Assessment> all = answers(events);
        return all.get(all.size() - 1);
    }

    /** The answers to {@code events}, each received as it happens. */
    public static List<Assessment> answers(List<? extends Event> events) {
        Profile profile = Profile.empty("p-1").seenWith(RULE_SET.watchlists());
        List<Assessment> answers = new ArrayList<>();
        for (Event event : events) {
            Scored scored = Scoring.score(profile, event, Surroundings.UNKNOWN, RULE_SET);
            profile = scored.after();
            answers.add(scored.assessment());
        }
        return answers;
    }
}

package org.quanzu.scoring;

import java.util.List;
import java.util.Map;
import org.quanzu.practice.Practice;
import org.quanzu.profile.Bounds;
import org.quanzu.watchlist.Watchlists;

/**
 * All rule files together, immutable, with the version made from their contents, and the bounds of what is kept that the
 * rules were checked with.
 */
public record RuleSet(
        String version,
        List<Family> families,
        List<Rule> rules,
        Scorecard scorecard,
        Levels levels,
        Actions actions,
        Practice practice,
        Map<String, Text> scripts,
        Watchlists watchlists,
        Evaluator evaluator,
        Bounds bounds) {

    public RuleSet {
        families = List.copyOf(families);
        rules = List.copyOf(rules);
        scripts = Map.copyOf(scripts);
    }

    /** The same rule set with other lists. */
    public RuleSet with(Watchlists otherLists) {
        return new RuleSet(
                version, families, rules, scorecard, levels, actions, practice, scripts, otherLists, evaluator, bounds);
    }

    List<String> scamFamilies() {
        return families.stream().filter(Family::ofScam).map(Family::id).sorted().toList();
    }
}

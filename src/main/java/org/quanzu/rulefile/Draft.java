package org.quanzu.rulefile;

import java.util.List;
import java.util.Map;
import org.quanzu.practice.Practice;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.Scorecard;
import org.quanzu.scoring.Text;
import org.quanzu.watchlist.Watchlists;

/** Rule files without errors, as everything but the compiled rules of a rule set; rules in the order of their ids. */
public record Draft(
        String version,
        List<Family> families,
        List<CheckedRule> rules,
        Scorecard scorecard,
        Levels levels,
        Actions actions,
        Practice practice,
        Watchlists watchlists,
        Map<String, Text> scripts) {

    public Draft {
        families = List.copyOf(families);
        rules = List.copyOf(rules);
        scripts = Map.copyOf(scripts);
    }
}

package org.quanzu.simulation.report;

import java.util.Comparator;
import java.util.List;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.RuleSet;

/** The levels of a rule set as a report needs them, lowest first. */
final class Grades {
    private static final String ACTING = "ORANGE";
    private static final String WARNING = "YELLOW";
    private final List<Level> levels;

    Grades(RuleSet ruleSet) {
        levels = ruleSet.levels().all().stream()
                .filter(level -> level.rank() > 0)
                .sorted(Comparator.comparingInt(Level::rank))
                .toList();
    }

    List<Level> levels() {
        return levels;
    }

    /** The level from which people act at once: ORANGE, or the highest where there is none of that name. */
    Level acting() {
        return named(ACTING);
    }

    /** The level from which a person hears of it: YELLOW, or the highest where there is none of that name. */
    Level telling() {
        return named(WARNING);
    }

    private Level named(String code) {
        return levels.stream()
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElseGet(() -> levels.isEmpty() ? Level.NONE : levels.get(levels.size() - 1));
    }
}

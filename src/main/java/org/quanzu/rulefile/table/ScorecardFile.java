package org.quanzu.rulefile.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Scorecard;

/** Reads {@code scorecard.csv}. */
public final class ScorecardFile {
    private static final List<String> COLUMNS = List.of("evidence", "cap");
    private static final int MOST_POINTS = 100;

    private ScorecardFile() {}

    public static Scorecard read(String text, Problems problems) {
        Map<Evidence, Integer> caps = new EnumMap<>(Evidence.class);
        for (Row row : Table.read(text, COLUMNS, problems)) {
            Evidence evidence = row.word("evidence", Evidence.class);
            int cap = row.requiredNumber("cap", 0, MOST_POINTS);
            if (evidence != null && caps.putIfAbsent(evidence, cap) != null) {
                row.error(evidence + " has two caps", "remove one of them");
            }
        }
        for (Evidence evidence : Evidence.values()) {
            if (!caps.containsKey(evidence)) {
                problems.error(1, 1, evidence + " has no cap", "add a row like " + evidence + ",40");
            }
        }
        return new Scorecard(caps);
    }
}

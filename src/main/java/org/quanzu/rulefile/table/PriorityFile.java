package org.quanzu.rulefile.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.practice.Factor;
import org.quanzu.practice.Priorities;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;

/** Reads {@code priority.csv}. */
public final class PriorityFile {
    private static final List<String> COLUMNS = List.of("factor", "value", "points");
    private static final int MOST_POINTS = 100_000;
    private static final int POINTS_PER_RANK = 1_000;

    private final Collection<String> families;
    private final Levels levels;
    private final Set<String> seen = new HashSet<>();

    private PriorityFile(Collection<String> families, Levels levels) {
        this.families = families;
        this.levels = levels;
    }

    /** The rows that can be read; they may name the given families and levels. */
    public static Priorities read(String text, Collection<String> families, Levels levels, Problems problems) {
        PriorityFile file = new PriorityFile(families, levels);
        List<Priorities.Row> rows = new ArrayList<>();
        for (Row row : Table.read(text, COLUMNS, problems)) {
            Priorities.Row read = file.row(row);
            if (read != null) {
                rows.add(read);
            }
        }
        return new Priorities(rows);
    }

    /** What holds where the table is missing: the level alone. */
    public static Priorities byLevel(Levels levels) {
        return new Priorities(levels.all().stream()
                .map(level -> new Priorities.Row(Factor.LEVEL, level.code(), level.rank() * POINTS_PER_RANK))
                .toList());
    }

    private Priorities.@Nullable Row row(Row row) {
        Factor factor = row.word("factor", Factor.class);
        int points = row.requiredNumber("points", 0, MOST_POINTS);
        if (factor == null) {
            return null;
        }
        String value = value(row, factor);
        if (value != null && !seen.add(factor + "," + value)) {
            row.error(factor + " " + value + " has points twice", "remove one of the rows");
        }
        return value == null ? null : new Priorities.Row(factor, value, points);
    }

    private @Nullable String value(Row row, Factor factor) {
        if (factor == Factor.LEVEL) {
            return row.word("value", levels.all().stream().map(Level::code).toList());
        }
        if (factor == Factor.FAMILY) {
            return row.word("value", families);
        }
        if (factor.isNumeric()) {
            row.required("value");
            BigDecimal amount = row.amount("value");
            return amount == null ? null : amount.toPlainString();
        }
        if (!row.text("value").isEmpty()) {
            row.error("value is \"" + row.text("value") + "\"", "leave it empty for " + factor);
        }
        return "";
    }
}

package org.quanzu.rulefile.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.Text;

/** Reads {@code levels.csv}. */
public final class LevelsFile {
    private static final List<String> COLUMNS = List.of(
            "code",
            "rank",
            "name_en",
            "name_zh",
            "colour",
            "valid_hours",
            "family",
            "min_score",
            "min_classes",
            "decisive",
            "min_amount_at_risk");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{0,19}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}|[a-z]{3,20}");
    private static final int MOST_RANKS = 9;
    private static final int MOST_HOURS = 24 * 366;
    private static final int MOST_POINTS = 100;
    private static final int CLASSES = 4;

    private final Set<String> families;
    private final Map<String, Level> byCode = new HashMap<>();
    private final Map<Integer, String> codeByRank = new HashMap<>();

    private LevelsFile(Collection<String> families) {
        this.families = new TreeSet<>(families);
        this.families.add(Levels.Row.ANY);
    }

    /** The rows that can be read; {@code families} are the ids a row may name. */
    public static Levels read(String text, Collection<String> families, Problems problems) {
        LevelsFile file = new LevelsFile(families);
        List<Levels.Row> rows = new ArrayList<>();
        for (Row row : Table.read(text, COLUMNS, problems)) {
            rows.add(file.row(row));
        }
        if (rows.isEmpty() && !problems.hasErrors()) {
            problems.error(1, 1, "there is no level", "add a row like RED,4,Urgent,紧急,#c62828,168,*,80,2,,");
        }
        return new Levels(rows);
    }

    private Levels.Row row(Row row) {
        return new Levels.Row(
                level(row),
                row.text("family").isEmpty() ? Levels.Row.ANY : family(row),
                row.number("min_score", 1, MOST_POINTS),
                row.number("min_classes", 1, CLASSES),
                row.truth("decisive"),
                row.amount("min_amount_at_risk"));
    }

    private String family(Row row) {
        String family = row.word("family", families);
        return family == null ? Levels.Row.ANY : family;
    }

    private Level level(Row row) {
        String code = row.required("code");
        if (!code.isEmpty() && (!CODE.matcher(code).matches() || code.equals(Level.NONE.code()))) {
            row.error("code is \"" + code + "\"", "write a word in capital letters, but not NONE");
        }
        String colour = row.required("colour");
        if (!colour.isEmpty() && !COLOUR.matcher(colour).matches()) {
            row.error("colour is \"" + colour + "\"", "write it like #c62828");
        }
        Level level = new Level(
                code,
                row.requiredNumber("rank", 1, MOST_RANKS),
                new Text(row.required("name_en"), row.required("name_zh")),
                colour,
                row.requiredNumber("valid_hours", 1, MOST_HOURS));
        consistent(row, level);
        return level;
    }

    private void consistent(Row row, Level level) {
        Level before = byCode.putIfAbsent(level.code(), level);
        if (before != null && !before.equals(level)) {
            String advice = "copy rank, names, colour and valid_hours from the first row of " + level.code();
            row.error(level.code() + " is described in two ways", advice);
        }
        String other = codeByRank.putIfAbsent(level.rank(), level.code());
        if (other != null && !other.equals(level.code())) {
            row.error(
                    "rank " + level.rank() + " is that of " + other + " as well", "give every level a rank of its own");
        }
    }
}

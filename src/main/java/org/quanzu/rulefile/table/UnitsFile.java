package org.quanzu.rulefile.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.quanzu.practice.Units;
import org.quanzu.practice.Units.Unit;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.vocabulary.Nearest;
import org.quanzu.scoring.Actions;

/** Reads {@code units.csv}. */
public final class UnitsFile {
    private static final List<String> COLUMNS = List.of("unit", "next", "name_en", "name_zh", "cases_per_hour");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int MOST_CASES = 1_000;

    private final List<Unit> units = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private UnitsFile() {}

    /** The units that can be read. */
    public static Units read(String text, Problems problems) {
        UnitsFile file = new UnitsFile();
        Table.read(text, COLUMNS, problems).forEach(file::add);
        if (file.units.isEmpty() && !problems.hasErrors()) {
            problems.error(1, 1, "there is no unit", "add a row like DESK,STATION,Desk,劝阻中心,10");
        }
        Units units = new Units(file.units);
        file.rows.forEach((code, row) -> checkNext(units, code, row));
        return units;
    }

    private void add(Row row) {
        String code = row.required("unit");
        int casesPerHour = row.requiredNumber("cases_per_hour", 1, MOST_CASES);
        String next = row.text("next").isEmpty() ? null : row.text("next");
        Unit unit = new Unit(code, next, row.required("name_en"), row.required("name_zh"), casesPerHour);
        if (code.isEmpty()) {
            return;
        }
        if (!CODE.matcher(code).matches()) {
            row.error("unit is \"" + code + "\"", "write a word in capital letters, like DESK_NORTH");
        } else if (Actions.Row.MACHINES.contains(code)) {
            row.error("unit is \"" + code + "\", where no people work cases", "remove the row, or choose another word");
        } else if (rows.putIfAbsent(code, row) != null) {
            row.error(code + " has two rows", "remove one of them");
        } else {
            units.add(unit);
        }
    }

    /** Every unit leads to another one that is there, and never back to itself. */
    private static void checkNext(Units units, String code, Row row) {
        String next = row.text("next");
        if (!next.isEmpty() && units.find(next).isEmpty()) {
            row.error("next is \"" + next + "\"", Nearest.advice(next, units.codes()));
        } else if (units.isRound(code)) {
            row.error(
                    "from " + code + " escalation comes back to " + code, "leave next empty for the unit that is last");
        }
    }
}

package org.quanzu.rulefile.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;

/** Reads {@code actions.csv}. */
public final class ActionsFile {
    private static final List<String> COLUMNS =
            List.of("family", "level", "decision", "action", "channel", "unit", "deadline_minutes", "script");
    private static final List<String> ACTIONS = List.of(
            "CALL_PERSON",
            "SEND_MESSAGE",
            "SHOW_WARNING",
            "ASK_QUESTIONS",
            "CALL_KIN",
            "VISIT_PERSON",
            Actions.Row.CONFIRM_HOLD,
            "STOP_PAYMENT",
            "WATCH");
    private static final List<String> CHANNELS = List.of("VOICE", "SMS", "FLASH", "APP", "IN_PERSON", "BANK");
    private static final int LONGEST = 60 * 24 * 60;

    private final Set<String> families;
    private final Set<String> levels = new TreeSet<>();
    private final Set<String> scripts;
    private final Set<String> units;
    private final Problems problems;
    private final Map<String, Plan> plans = new HashMap<>();

    private ActionsFile(Known known, Problems problems) {
        families = new TreeSet<>(known.families());
        families.add(Levels.Row.ANY);
        known.levels().all().forEach(level -> this.levels.add(level.code()));
        levels.add(Level.NONE.code());
        scripts = known.scripts();
        units = new TreeSet<>(known.units());
        units.addAll(Actions.Row.MACHINES);
        this.problems = problems;
    }

    /** What the rows may name; {@code units} are those of people. */
    public record Known(Collection<String> families, Levels levels, Set<String> scripts, Collection<String> units) {}

    /** The rows that can be read; they may name what is known. */
    public static Actions read(String text, Known known, Problems problems) {
        ActionsFile file = new ActionsFile(known, problems);
        List<Actions.Row> rows = new ArrayList<>();
        for (Row row : Table.read(text, COLUMNS, problems)) {
            Actions.Row read = file.row(row);
            if (read != null) {
                rows.add(read);
                file.plans
                        .computeIfAbsent(
                                read.family() + "," + read.level(), key -> new Plan(row.line(), read.decision()))
                        .add(row, read);
            }
        }
        file.plans.forEach(file::complete);
        file.defaults();
        return new Actions(rows);
    }

    private Actions.@Nullable Row row(Row row) {
        String family = row.word("family", families);
        String level = row.word("level", levels);
        Decision decision = row.word("decision", Decision.class);
        boolean step = !row.text("action").isEmpty();
        String action = step ? row.word("action", ACTIONS) : "";
        String channel = step ? row.word("channel", CHANNELS) : "";
        if ("SEND_MESSAGE".equals(action) && channel != null && !channel.equals("SMS") && !channel.equals("FLASH")) {
            row.error("channel of SEND_MESSAGE is " + channel, "write SMS or FLASH");
        }
        String unit = step ? row.word("unit", units) : "";
        int deadline = step ? row.requiredNumber("deadline_minutes", 0, LONGEST) : 0;
        String script = row.text("script").isEmpty() ? "" : row.word("script", scripts);
        if (family == null || level == null || decision == null || action == null || channel == null) {
            return null;
        }
        return unit == null || script == null
                ? null
                : new Actions.Row(family, level, decision, action, channel, unit, deadline, script);
    }

    private void complete(String key, Plan plan) {
        if (plan.decision == Decision.HOLD && !plan.confirmed) {
            String message = key.replace(",", " ") + " holds the payment, but nobody confirms it";
            String advice = "add a row with CONFIRM_HOLD; its deadline is how long the hold lasts";
            problems.error(plan.line, 1, message, advice);
        }
    }

    private void defaults() {
        for (String level : levels) {
            if (!level.equals(Level.NONE.code()) && !plans.containsKey(Levels.Row.ANY + "," + level)) {
                String advice = "add a row that begins with *," + level;
                problems.error(1, 1, "nothing is said about " + level + " for families without own rows", advice);
            }
        }
    }

    /** What one family does at one level. */
    private static final class Plan {
        private final int line;
        private final Decision decision;
        private boolean confirmed;

        Plan(int line, Decision decision) {
            this.line = line;
            this.decision = decision;
        }

        void add(Row row, Actions.Row read) {
            confirmed |= read.action().equals(Actions.Row.CONFIRM_HOLD);
            if (read.decision() != decision) {
                String message = "decision is " + read.decision() + ", but " + decision + " in line " + line;
                row.error(message, "write the same decision in all rows of a family and level");
            }
        }
    }
}

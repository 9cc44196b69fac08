package org.quanzu.rulefile.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanzu.practice.Retries;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;

/** Reads {@code retries.csv}. */
public final class RetriesFile {
    private static final List<String> COLUMNS = List.of(
            "level",
            "retry_minutes",
            "calls_before_visit",
            "contacts_per_day",
            "doubt_minutes",
            "deadline_minutes",
            "follow_up_hours",
            "any_hour",
            "unfound_closes");
    private static final List<String> YES_OR_NO = List.of("yes", "no");
    private static final int MOST_MINUTES = 60 * 24 * 30;
    private static final int MOST_HOURS = 24 * 366;
    private static final int MOST_TRIES = 100;
    private static final int MOST_NUMBERS = 20;

    private final List<String> levels;
    private final Set<String> seen = new HashSet<>();

    private RetriesFile(Levels levels) {
        this.levels = codes(levels);
    }

    /** The rows that can be read, one for each of the given levels. */
    public static Retries read(String text, Levels levels, Problems problems) {
        RetriesFile file = new RetriesFile(levels);
        List<Retries.Row> rows = new ArrayList<>();
        for (Row row : Table.read(text, COLUMNS, problems)) {
            Retries.Row read = file.row(row);
            if (read != null) {
                rows.add(read);
            }
        }
        for (String level : file.levels) {
            if (!file.seen.contains(level)) {
                problems.error(1, 1, "nothing is said about " + level, "add a row that begins with " + level);
            }
        }
        return new Retries(rows, Retries.leisurely());
    }

    /** What holds where the table is missing: the practice this product comes with, by rank. */
    public static Retries byRank(Levels levels) {
        return Retries.byRank(codes(levels));
    }

    private static List<String> codes(Levels levels) {
        return levels.all().stream().map(Level::code).toList();
    }

    private Retries.@Nullable Row row(Row row) {
        String level = row.word("level", levels);
        List<Integer> retries = numbers(row, "retry_minutes", MOST_MINUTES);
        List<Integer> followUps = numbers(row, "follow_up_hours", MOST_HOURS);
        int calls = row.requiredNumber("calls_before_visit", 1, MOST_TRIES);
        int contacts = row.requiredNumber("contacts_per_day", 1, MOST_TRIES);
        int doubt = row.requiredNumber("doubt_minutes", 1, MOST_MINUTES);
        int deadline = row.requiredNumber("deadline_minutes", 1, MOST_MINUTES);
        boolean anyHour = "yes".equals(row.word("any_hour", YES_OR_NO));
        boolean unfoundCloses = "yes".equals(row.word("unfound_closes", YES_OR_NO));
        if (retries.isEmpty()) {
            row.error("retry_minutes is empty", "write minutes like 3;5;5;10; the last one repeats");
        }
        if (!rising(followUps)) {
            row.error(
                    "follow_up_hours is \"" + row.text("follow_up_hours") + "\"",
                    "write each hour once, in their order");
        }
        if (level == null || !isFirst(row, level) || retries.isEmpty()) {
            return null;
        }
        return new Retries.Row(level, retries, calls, contacts, doubt, deadline, followUps, anyHour, unfoundCloses);
    }

    private boolean isFirst(Row row, String level) {
        boolean first = seen.add(level);
        if (!first) {
            row.error(level + " has two rows", "remove one of them");
        }
        return first;
    }

    private static List<Integer> numbers(Row row, String column, int most) {
        String text = row.text(column);
        List<String> parts = text.isEmpty() ? List.of() : List.of(text.split("\\s*;\\s*", -1));
        boolean readable = parts.size() <= MOST_NUMBERS && parts.stream().allMatch(part -> part.matches("\\d{1,7}"));
        List<Integer> numbers = readable ? parts.stream().map(Integer::valueOf).toList() : List.<Integer>of();
        if (!readable || numbers.stream().anyMatch(number -> number < 1 || number > most)) {
            row.error(
                    column + " is \"" + text + "\"",
                    "write up to " + MOST_NUMBERS + " whole numbers from 1 to " + most + " like 3;5;5;10");
            return List.of(1);
        }
        return numbers;
    }

    private static boolean rising(List<Integer> numbers) {
        return Stream.iterate(1, i -> i + 1)
                .limit(Math.max(numbers.size() - 1, 0))
                .allMatch(i -> numbers.get(i) > numbers.get(i - 1));
    }
}

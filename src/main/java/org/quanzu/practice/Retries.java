package org.quanzu.practice;

import java.util.ArrayList;
import java.util.List;

/** The rows of {@code retries.csv}: how persistently people are tried, by level; a level without a row has {@code other}. */
public record Retries(List<Row> rows, Row other) {
    /** What holds where the table is missing, for the levels from the highest rank down; all further ones have the last. */
    private static final List<Row> BY_RANK = List.of(
            new Row("", List.of(3, 5, 5, 10), 2, 30, 10, 5, List.of(4, 24, 72, 168), true, false),
            new Row("", List.of(20, 20, 20, 60), 3, 10, 60, 15, List.of(24, 168), true, true),
            new Row("", List.of(60, 1440), 2, 3, 240, 120, List.of(72), false, true),
            new Row("", List.of(1440), 2, 1, 1440, 1440, List.of(), false, true));

    public Retries {
        rows = List.copyOf(rows);
    }

    /**
     * The practice at one level. {@code retryMinutes}: from one try to the next, the last for all further ones;
     * {@code callsBeforeVisit}: so many unanswered calls lead to a visit; {@code doubtMinutes}: until a person who denies
     * is asked again; {@code deadlineMinutes}: how long a case that comes back may wait; {@code followUpHours}: after
     * closing, when a case is looked at again; {@code anyHour}: quiet hours do not hold; {@code unfoundCloses}: a case is
     * closed when the person is definitely not found.
     */
    public record Row(
            String level,
            List<Integer> retryMinutes,
            int callsBeforeVisit,
            int contactsPerDay,
            int doubtMinutes,
            int deadlineMinutes,
            List<Integer> followUpHours,
            boolean anyHour,
            boolean unfoundCloses) {

        public Row {
            retryMinutes = List.copyOf(retryMinutes);
            followUpHours = List.copyOf(followUpHours);
        }

        private Row at(String other) {
            return new Row(
                    other,
                    retryMinutes,
                    callsBeforeVisit,
                    contactsPerDay,
                    doubtMinutes,
                    deadlineMinutes,
                    followUpHours,
                    anyHour,
                    unfoundCloses);
        }
    }

    /** The practice where nothing is said, for levels from the highest rank down. */
    public static Retries byRank(List<String> levels) {
        List<Row> rows = new ArrayList<>();
        for (String level : levels) {
            rows.add(BY_RANK.get(Math.min(rows.size(), BY_RANK.size() - 1)).at(level));
        }
        return new Retries(rows, leisurely());
    }

    /** The practice at a level that is not known. */
    public static Row leisurely() {
        return BY_RANK.get(BY_RANK.size() - 1);
    }

    public Row of(String level) {
        return rows.stream()
                .filter(row -> row.level().equals(level))
                .findFirst()
                .orElse(other);
    }
}

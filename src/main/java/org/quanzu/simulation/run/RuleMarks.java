package org.quanzu.simulation.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.quanzu.scoring.Assessment;

/** When each rule matched for one person: first during the scam, and on how many days of ordinary life. */
final class RuleMarks {
    private static final long DAY_MILLIS = 86_400_000L;
    private final Map<String, Long> firstInScam = new HashMap<>();
    private final Map<String, Long> latestDay = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();

    void mark(Assessment assessment, long atMillis, boolean victim, boolean ofScam) {
        assessment.reasons().forEach(reason -> mark(reason.rule(), atMillis, victim, ofScam));
        assessment.experimental().forEach(rule -> mark(rule, atMillis, victim, ofScam));
    }

    private void mark(String rule, long atMillis, boolean victim, boolean ofScam) {
        long day = atMillis / DAY_MILLIS;
        if (ofScam) {
            firstInScam.putIfAbsent(rule, atMillis);
        } else if (!victim && !Objects.equals(latestDay.put(rule, day), day)) {
            days.merge(rule, 1, Integer::sum);
        }
    }

    Map<String, Integer> ordinaryDays() {
        return days;
    }

    /** The rules that matched in the scam no later than its main loss; none where nothing is lost. */
    List<String> inTime(OptionalLong mainLoss) {
        long end = mainLoss.orElse(Long.MIN_VALUE);
        return firstInScam.entrySet().stream()
                .filter(it -> it.getValue() <= end)
                .map(Map.Entry::getKey)
                .toList();
    }
}

package org.quanzu.desk.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When to try again and by which channel, how often a day, and when to look after a closed case, by level. */
public final class RetryPlan {
    /** A busy person may be talking to the scammer: the same line is not dialled again for so long. */
    private static final Duration BUSY_REST = Duration.ofHours(1);

    private static final int BUSY_PARALLEL = 2;

    private final Map<String, Row> rows;
    private final Row other;

    RetryPlan(List<Row> rows, Row other) {
        this.rows = rows.stream().collect(Collectors.toMap(Row::level, row -> row));
        this.other = other;
    }

    /**
     * The plan for one level. {@code retryMinutes}: from one try to the next, the last for all further ones;
     * {@code callsBeforeVisit}: so many unanswered calls lead to a visit; {@code doubtMinutes}: until a person who denies
     * is asked again; {@code deadlineMinutes}: how long a case that comes back may wait.
     */
    record Row(
            String level,
            List<Integer> retryMinutes,
            int callsBeforeVisit,
            int contactsPerDay,
            int doubtMinutes,
            int deadlineMinutes,
            List<Integer> followUpHours) {}

    /** The plan that is used where nothing else is said. */
    public static RetryPlan standard() {
        return new RetryPlan(
                List.of(
                        new Row("RED", List.of(3, 5, 5, 10), 2, 30, 10, 5, List.of(4, 24, 72, 168)),
                        new Row("ORANGE", List.of(20, 20, 20, 60), 3, 10, 60, 15, List.of(24, 168)),
                        new Row("YELLOW", List.of(60, 1440), 2, 3, 240, 120, List.of(72))),
                new Row("", List.of(1440), 2, 1, 1440, 1440, List.of()));
    }

    private Row row(String level) {
        return rows.getOrDefault(level, other);
    }

    /** How to go on after {@code tries} of one episode, oldest first. */
    public Advice advise(String level, List<Attempt> tries, Instant now) {
        Row row = row(level);
        Instant retryAt = now.plus(Duration.ofMinutes(delay(row.retryMinutes(), tries.size())));
        Instant rest = phoneRestsUntil(tries, now);
        if (tries.isEmpty()) {
            return new Advice(Set.of(Channel.VOICE), false, now, rest);
        }
        Contact last = tries.get(tries.size() - 1).contact();
        Set<Channel> channels = last.next();
        boolean parallel = last == Contact.BUSY && count(tries, Contact.BUSY) >= BUSY_PARALLEL
                || last == Contact.NO_ANSWER && count(tries, Contact.NO_ANSWER) >= row.callsBeforeVisit();
        if (parallel) {
            channels = EnumSet.of(Channel.KIN, Channel.IN_PERSON, Channel.SMS);
        }
        if (rest != null) {
            channels.remove(Channel.VOICE);
        }
        return new Advice(channels, parallel, retryAt, rest);
    }

    private static int delay(List<Integer> minutes, int tries) {
        return minutes.get(Math.min(Math.max(tries, 1), minutes.size()) - 1);
    }

    private static long count(List<Attempt> tries, Contact contact) {
        return tries.stream().filter(attempt -> attempt.contact() == contact).count();
    }

    private static @Nullable Instant phoneRestsUntil(List<Attempt> tries, Instant now) {
        if (tries.stream().anyMatch(attempt -> attempt.contact().endsTheNumber())) {
            return Instant.MAX;
        }
        return tries.stream()
                .filter(attempt -> attempt.contact() == Contact.BUSY)
                .map(attempt -> attempt.at().plus(BUSY_REST))
                .filter(until -> until.isAfter(now))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    /** How often a day the person may be disturbed. */
    public int contactsPerDay(String level) {
        return row(level).contactsPerDay();
    }

    /** How long after the answer a person who denies or goes on paying is asked again. */
    public Duration doubt(String level) {
        return Duration.ofMinutes(row(level).doubtMinutes());
    }

    /** How long a case that comes back into the queue may wait there. */
    public Duration deadline(String level) {
        return Duration.ofMinutes(row(level).deadlineMinutes());
    }

    /** When a case closed at {@code closedAt} is looked at again. */
    public List<Instant> followUps(String level, Instant closedAt) {
        return row(level).followUpHours().stream()
                .map(hours -> closedAt.plus(Duration.ofHours(hours)))
                .toList();
    }
}

package org.quanzu.desk.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanzu.practice.Retries;

/** When to try again and by which channel, how often a day, and when to look after a closed case, as the rules in service say. */
public final class RetryPlan {
    /** A busy person may be talking to the scammer: the same line is not dialled again for so long. */
    private static final Duration BUSY_REST = Duration.ofHours(1);

    private static final int BUSY_PARALLEL = 2;

    private final Supplier<Retries> retries;

    /** {@code retries} gives the table in service, which changes while the desk works. */
    public RetryPlan(Supplier<Retries> retries) {
        this.retries = retries;
    }

    private Retries.Row row(String level) {
        return retries.get().of(level);
    }

    /** How to go on after {@code tries} of one episode, oldest first. */
    public Advice advise(String level, List<Attempt> tries, Instant now) {
        Retries.Row row = row(level);
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

    /** Whether people may be disturbed at night. */
    public boolean isAnyHour(String level) {
        return row(level).anyHour();
    }

    /** Whether a case is done with when the person is definitely not found. */
    public boolean closesUnfound(String level) {
        return row(level).unfoundCloses();
    }
}

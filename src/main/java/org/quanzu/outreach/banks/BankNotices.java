package org.quanzu.outreach.banks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The notices of all sources, and what they follow from. */
interface BankNotices {

    /** Nobody else tells anything until the transaction ends. */
    void lock();

    /** The level that was told last of each of these persons; of whom nothing was told is not among them. */
    Map<String, ToldLevel> told(Set<String> persons);

    void remember(Map<String, ToldLevel> levels);

    /** The sources that told of the person, also before it was merged with another one. */
    List<String> sourcesOf(String personId);

    /**
     * Appends a notice, once for its id, while nobody else does, so that a reader who asks for what follows a notice misses
     * none; {@code delivered} when nobody wants it posted.
     */
    void append(UUID id, String source, String personId, String body, Instant at, boolean delivered);

    /** The notices of a source after {@code seq}, the oldest first. */
    List<Notice> after(String source, long seq, int limit);

    /** The first notice to be posted now, locked. */
    Optional<Notice> lockDue(Instant now);

    void delivered(long seq);

    /** Counts a try, and leaves the notice to the next sender unless its end is told until then. */
    void take(long seq, Instant until);

    /** Tried again then. */
    void postpone(long seq, Instant due);

    void giveUp(long seq);

    void hold(PaymentHold hold);

    /** The holds on payments of this person that nobody decided on and that are in force. */
    List<PaymentHold> undecided(String personId, Instant now);

    /** The latest hold on a payment that this source sent. */
    Optional<PaymentHold> latest(String personId, String source);

    void decide(PaymentHold hold);

    /** Removes at most {@code limit} notices older than this; how many it were. */
    int drop(Instant now, Duration keep, int limit);
}

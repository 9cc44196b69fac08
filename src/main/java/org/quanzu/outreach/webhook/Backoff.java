package org.quanzu.outreach.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: doubled each time, up to a limit, and shortened by up to half at random. */
public final class Backoff {
    private static final int MOST_DOUBLINGS = 20;
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** The wait after so many tries, 1 at least. */
    public Duration after(int tries) {
        var doublings = Math.min(tries - 1, MOST_DOUBLINGS);
        var most = Math.min(first.toMillis() << doublings, longest.toMillis());
        return Duration.ofMillis(most - (long) (random.nextDouble() * most / 2));
    }
}

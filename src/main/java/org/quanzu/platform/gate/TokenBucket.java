package org.quanzu.platform.gate;

/** How much a caller may still do: refilled by the second up to a burst; a batch may put it into debt, which is then waited for. */
final class TokenBucket {
    private static final double NANOS = 1e9;
    private final double perSecond;
    private final double burst;
    private double tokens;
    private long at;

    TokenBucket(int perSecond, int burst, long nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.at = nanos;
    }

    boolean has(int requests, int most) {
        return (int) perSecond == requests && (int) burst == most;
    }

    /** Takes one, or answers the seconds to wait for it, rounded up. */
    synchronized int takeOne(long nanos) {
        refill(nanos);
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return (int) Math.max(1, Math.ceil((1 - tokens) / perSecond));
    }

    /** Takes so many whether they are there or not. */
    synchronized void charge(int requests, long nanos) {
        refill(nanos);
        tokens -= requests;
    }

    private void refill(long nanos) {
        tokens = Math.min(burst, tokens + Math.max(0, nanos - at) / NANOS * perSecond);
        at = nanos;
    }
}

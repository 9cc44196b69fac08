package org.quanzu.platform.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanzu.platform.access.Caller;
import org.quanzu.platform.access.KeyLimits;
import org.quanzu.platform.body.BodyFilter;
import org.quanzu.problem.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to a key that does more than it may; each line of a batch counts as a request. */
final class RateFilter extends OncePerRequestFilter {
    private final int defaultPerSecond;
    private final LongSupplier nanos;
    private final Supplier<@Nullable Caller> caller;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    RateFilter(int defaultPerSecond, LongSupplier nanos, Supplier<@Nullable Caller> caller) {
        this.defaultPerSecond = defaultPerSecond;
        this.nanos = nanos;
        this.caller = caller;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var bucket = bucket(caller.get());
        if (bucket == null) {
            chain.doFilter(request, response);
            return;
        }
        var wait = bucket.takeOne(nanos.getAsLong());
        if (wait > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(wait));
            ProblemWriter.write(
                    request,
                    response,
                    ProblemKind.TOO_MANY_REQUESTS,
                    "This API key is used more often than it may\nMaybe wait " + wait + " s, as the header Retry-After says");
            return;
        }
        chain.doFilter(request, response);
        if (request.getAttribute(BodyFilter.LINES) instanceof Integer lines && lines > 1) {
            bucket.charge(lines - 1, nanos.getAsLong());
        }
    }

    private @Nullable TokenBucket bucket(@Nullable Caller who) {
        var limits = who == null ? KeyLimits.NONE : who.limits();
        var perSecond = limits.requestsPerSecond() > 0 ? limits.requestsPerSecond() : defaultPerSecond;
        if (who == null || perSecond == 0) {
            return null;
        }
        var burst = limits.burst() > 0 ? limits.burst() : 2 * perSecond;
        return buckets.compute(
                who.getName(),
                (name, known) -> known != null && known.has(perSecond, burst)
                        ? known
                        : new TokenBucket(perSecond, burst, nanos.getAsLong()));
    }
}

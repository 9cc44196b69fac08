package org.quanzu.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanzu.platform.access.Caller;
import org.quanzu.api.ApiClient;
import org.quanzu.platform.access.KeyLimits;
import org.quanzu.platform.body.BodyFilter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateFilterTest {
    private static final FilterChain ANSWER = (request, response) -> response.getWriter().write("fine");
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void answersMoreThanABurstWith429AndSaysWhenToComeBack() throws Exception {
        var filter = filter(new KeyLimits(null, 2, 5, List.of()));

        var statuses = new ArrayList<Integer>();
        for (int request = 0; request < 7; request++) {
            statuses.add(send(filter, ANSWER).getStatus());
        }
        var refused = send(filter, ANSWER);
        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        var later = send(filter, ANSWER);

        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 429, 429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("too-many-requests", "Maybe wait 1 s");
        assertThat(later.getStatus()).isEqualTo(200);
    }

    @Test
    void countsEachLineOfABatch() throws Exception {
        var filter = filter(new KeyLimits(null, 10, 10, List.of()));

        var batch = send(filter, (request, response) -> request.setAttribute(BodyFilter.LINES, 110));
        var next = send(filter, ANSWER);
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        var later = send(filter, ANSWER);

        assertThat(batch.getStatus()).isEqualTo(200);
        assertThat(next.getStatus()).isEqualTo(429);
        assertThat(next.getHeader("Retry-After")).isEqualTo("11");
        assertThat(later.getStatus()).isEqualTo(200);
    }

    @Test
    void leavesAKeyWithoutALimitAlone() throws Exception {
        var filter = filter(KeyLimits.NONE);

        assertThat(IntStream.range(0, 1_000).mapToObj(request -> sent(filter)))
                .allMatch(answer -> answer.getStatus() == 200);
    }

    @Test
    void appliesTheLimitOfTheServerToKeysWithoutOneOfTheirOwn() throws Exception {
        var filter = new RateFilter(1, nanos::get, () -> caller(KeyLimits.NONE));

        assertThat(List.of(
                        send(filter, ANSWER).getStatus(),
                        send(filter, ANSWER).getStatus(),
                        send(filter, ANSWER).getStatus()))
                .containsExactly(200, 200, 429);
    }

    private RateFilter filter(KeyLimits limits) {
        return new RateFilter(0, nanos::get, () -> caller(limits));
    }

    private static Caller caller(KeyLimits limits) {
        return new Caller(new byte[32], new ApiClient("bank", "bank", Set.of("score")), limits);
    }

    private static MockHttpServletResponse sent(RateFilter filter) {
        try {
            return send(filter, ANSWER);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockHttpServletResponse send(RateFilter filter, FilterChain chain) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("POST", "/api/v1/calls"), response, chain);
        return response;
    }
}

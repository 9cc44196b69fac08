package org.quanzu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanzu.api.ApiClient;

class CallerTest {

    @Test
    void comesFromTheNetworksOfItsKeyOnly() {
        var bound = caller("10.1.0.0/16", "192.0.2.7", "2001:db8::/32");

        assertThat(List.of("10.1.2.3", "192.0.2.7", "2001:db8::1")).allMatch(bound::mayComeFrom);
        assertThat(List.of("10.2.0.1", "192.0.2.8", "2001:db9::1", "127.0.0.1")).noneMatch(bound::mayComeFrom);
        assertThat(caller().mayComeFrom("203.0.113.9")).isTrue();
    }

    private static Caller caller(String... networks) {
        var limits = new KeyLimits(null, 0, 0, List.of(networks));
        return new Caller(new byte[32], new ApiClient("bank", "bank", Set.of("score")), limits);
    }
}

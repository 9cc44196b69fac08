package org.quanzu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.SettableClock;
import org.quanzu.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcApiKeysIT {
    private static HikariDataSource database;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T06:00:00Z"));
    private final JdbcApiKeys keys = new JdbcApiKeys(JdbcClient.create(database), clock);

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void keepsWhatBoundsAKey() {
        var key = Secret.apiKey();
        var limits = new KeyLimits(clock.instant().plus(Duration.ofDays(90)), 200, 400, List.of("10.1.0.0/16"));

        keys.add(key, "bounded", "bank", Set.of(Scope.SCORE, Scope.ALL_SOURCES), limits);

        assertThat(keys.list())
                .filteredOn(entry -> entry.name().equals("bounded"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.limits()).isEqualTo(limits);
                    assertThat(entry.scopes()).containsExactly("all-sources", "score");
                });
        assertThat(keys.find(key)).isPresent();
        clock.advance(Duration.ofDays(90));
        assertThat(keys.find(key)).isEmpty();
    }

    @Test
    void givesAKeyOfAnEarlierVersionNoNewScopeByItself() {
        var key = Secret.apiKey();
        keys.add(key, "old", "bank", EnumSet.of(Scope.SCORE, Scope.INGEST, Scope.RULES, Scope.READ));
        var before = keys.find(key).orElseThrow().scopes();

        keys.allow(key, EnumSet.allOf(Scope.class));

        assertThat(before).containsExactlyInAnyOrder("score", "ingest", "rules", "read");
        assertThat(keys.find(key).orElseThrow().scopes()).contains("all-sources", "clear");
    }
}

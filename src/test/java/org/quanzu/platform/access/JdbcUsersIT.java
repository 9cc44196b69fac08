package org.quanzu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.SettableClock;
import org.quanzu.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcUsersIT {
    private static HikariDataSource database;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T06:00:00Z"));
    private final Users users = new JdbcUsers(JdbcClient.create(database), clock);

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void keepsAUser() {
        var added = users.add("li", "李四", Role.SUPERVISOR, List.of("DESK", "STATION"), "hash");
        var again = users.add("li", "another", Role.ADMIN, List.of(), "other");

        assertThat(added).isTrue();
        assertThat(again).isFalse();
        assertThat(users.find("li"))
                .hasValue(new User(
                        "li", "李四", Role.SUPERVISOR, List.of("DESK", "STATION"), 0, null, false, clock.instant()));
    }

    @Test
    void makesTheAdministratorAnAdmin() {
        users.setAdministrator("admin", "hash");

        assertThat(users.find("admin").orElseThrow().role()).isEqualTo(Role.ADMIN);
        assertThat(users.beginTry("admin")).hasValue("hash");
    }

    @Test
    void locksAfterFiveTriesForAQuarterOfAnHour() {
        users.add("wang", "wang", Role.OPERATOR, List.of("DESK"), "hash");

        var tries = Stream.generate(() -> users.beginTry("wang").isPresent()).limit(6);

        assertThat(tries).containsExactly(true, true, true, true, true, false);
        clock.advance(Duration.ofMinutes(15));
        assertThat(users.beginTry("wang")).isPresent();
        assertThat(users.find("wang").orElseThrow().failedTries()).isEqualTo(1);
        assertThat(users.find("wang").orElseThrow().lockedUntil()).isNull();
    }

    @Test
    void letsNoMoreThanFiveTriesThroughAtOnce() throws Exception {
        users.add("zhao", "zhao", Role.OPERATOR, List.of("DESK"), "hash");
        ExecutorService guessers = Executors.newFixedThreadPool(8);
        Callable<Boolean> guess = () -> users.beginTry("zhao").isPresent();

        var results = guessers.invokeAll(Stream.generate(() -> guess).limit(64).toList());

        guessers.shutdown();
        var through = 0;
        for (var result : results) {
            through += result.get() ? 1 : 0;
        }
        assertThat(through).isEqualTo(5);
    }

    @Test
    void givesNothingToTryForADisabledUser() {
        users.add("qian", "qian", Role.OPERATOR, List.of("DESK"), "hash");

        var disabled = users.setDisabled("qian", true);

        assertThat(disabled).isTrue();
        assertThat(users.beginTry("qian")).isEmpty();
        assertThat(users.setDisabled("nobody", true)).isFalse();
    }

    @Test
    void endsALockWithANewPassword() {
        users.add("sun", "sun", Role.OPERATOR, List.of("DESK"), "old");
        Stream.generate(() -> users.beginTry("sun")).limit(5).forEach(tried -> {});

        users.setPassword("sun", "new");

        assertThat(users.beginTry("sun")).hasValue("new");
    }

    @Test
    void noteWhomAProviderVouchesForUntilTheyAreShutOut() {
        boolean first = users.vouchFor("oidc:wu", "吴", Role.OPERATOR, List.of("DESK"));
        clock.advance(Duration.ofHours(1));
        boolean again = users.vouchFor("oidc:wu", "吴六", Role.ANALYST, List.of());
        users.setDisabled("oidc:wu", true);

        boolean shutOut = users.vouchFor("oidc:wu", "吴六", Role.ADMIN, List.of());

        assertThat(List.of(first, again, shutOut)).containsExactly(true, true, false);
        assertThat(users.find("oidc:wu"))
                .hasValue(new User(
                        "oidc:wu",
                        "吴六",
                        Role.ADMIN,
                        List.of(),
                        0,
                        null,
                        true,
                        clock.instant().minus(Duration.ofHours(1))));
        assertThat(users.beginTry("oidc:wu")).isEmpty();
    }

    @Test
    void forgetsTries() {
        users.add("zhou", "zhou", Role.OPERATOR, List.of("DESK"), "hash");
        Stream.generate(() -> users.beginTry("zhou")).limit(5).forEach(tried -> {});

        users.forgetTries("zhou");

        assertThat(users.find("zhou").orElseThrow().failedTries()).isZero();
        assertThat(users.beginTry("zhou")).isPresent();
    }
}

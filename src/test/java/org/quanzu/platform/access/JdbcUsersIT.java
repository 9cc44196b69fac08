package org.quanzu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.SettableClock;
import org.quanzu.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcUsersIT {
    private static final String HOME = "10.0.0.1";
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
                        "li", "李四", Role.SUPERVISOR, List.of("DESK", "STATION"), false, clock.instant()));
    }

    @Test
    void makesTheAdministratorAnAdmin() {
        users.setAdministrator("admin", "hash");

        assertThat(users.find("admin").orElseThrow().role()).isEqualTo(Role.ADMIN);
        assertThat(users.beginTry("admin", HOME)).hasValue("hash");
    }

    @Test
    void delaysMoreAndMoreAfterFiveTriesFromOneAddress() {
        users.add("wang", "wang", Role.OPERATOR, List.of("DESK"), "hash");

        var tries = Stream.generate(() -> users.beginTry("wang", HOME).isPresent()).limit(6);

        assertThat(tries).containsExactly(true, true, true, true, true, false);
        assertThat(users.delayed()).containsEntry("wang", 1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(users.beginTry("wang", HOME)).isPresent();
        clock.advance(Duration.ofSeconds(59));
        assertThat(users.beginTry("wang", HOME)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(users.beginTry("wang", HOME)).isPresent();
        Stream.generate(() -> Duration.ofMinutes(15)).limit(40).forEach(quarter -> {
            clock.advance(quarter);
            assertThat(users.beginTry("wang", HOME)).isPresent();
        });
    }

    @Test
    void keepsNobodyOutBecauseOfAStrangersAddress() {
        List<String> team = List.of("kong", "cao", "yan");
        team.forEach(name -> users.add(name, name, Role.OPERATOR, List.of("DESK"), "hash"));
        team.forEach(name -> Stream.generate(() -> users.beginTry(name, "203.0.113.7"))
                .limit(50)
                .forEach(tried -> {}));

        assertThat(team).allSatisfy(name -> {
            assertThat(users.beginTry(name, "203.0.113.7")).isEmpty();
            assertThat(users.beginTry(name, HOME)).isPresent();
        });
    }

    @Test
    void countsANetworkOfTheSixthVersionAsOneAddress() {
        users.add("hua", "hua", Role.OPERATOR, List.of("DESK"), "hash");

        var tries = IntStream.rangeClosed(1, 6)
                .mapToObj(host -> users.beginTry("hua", "2001:db8:1:2::" + host).isPresent());

        assertThat(tries).containsExactly(true, true, true, true, true, false);
        assertThat(users.beginTry("hua", "2001:db8:1:3::1")).isPresent();
    }

    @Test
    void isUnlockedByASupervisor() {
        users.add("jin", "jin", Role.OPERATOR, List.of("DESK"), "hash");
        Stream.generate(() -> users.beginTry("jin", HOME)).limit(5).forEach(tried -> {});

        boolean unlocked = users.unlock("jin");

        assertThat(unlocked).isTrue();
        assertThat(users.unlock("jin")).isFalse();
        assertThat(users.beginTry("jin", HOME)).isPresent();
    }

    @Test
    void letsNoMoreThanFiveTriesThroughAtOnce() throws Exception {
        users.add("zhao", "zhao", Role.OPERATOR, List.of("DESK"), "hash");
        ExecutorService guessers = Executors.newFixedThreadPool(8);
        Callable<Boolean> guess = () -> users.beginTry("zhao", HOME).isPresent();

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
        assertThat(users.beginTry("qian", HOME)).isEmpty();
        assertThat(users.setDisabled("nobody", true)).isFalse();
    }

    @Test
    void endsALockWithANewPassword() {
        users.add("sun", "sun", Role.OPERATOR, List.of("DESK"), "old");
        Stream.generate(() -> users.beginTry("sun", HOME)).limit(5).forEach(tried -> {});

        users.setPassword("sun", "new");

        assertThat(users.beginTry("sun", HOME)).hasValue("new");
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
                        true,
                        clock.instant().minus(Duration.ofHours(1))));
        assertThat(users.beginTry("oidc:wu", HOME)).isEmpty();
    }

    @Test
    void forgetsTries() {
        users.add("zhou", "zhou", Role.OPERATOR, List.of("DESK"), "hash");
        Stream.generate(() -> users.beginTry("zhou", HOME)).limit(5).forEach(tried -> {});

        users.forgetTries("zhou", HOME);

        assertThat(users.beginTry("zhou", HOME)).isPresent();
    }
}

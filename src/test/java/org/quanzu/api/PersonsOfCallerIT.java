package org.quanzu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.PersonAttributes;
import org.quanzu.audit.AuditLog;
import org.quanzu.audit.Entry;
import org.quanzu.audit.Verification;
import org.quanzu.person.Aliases;
import org.quanzu.person.PersonConfiguration;
import org.quanzu.person.Register;
import org.quanzu.person.source.PersonSources;
import org.quanzu.person.source.SourceConfiguration;
import org.quanzu.problem.Refused;
import org.quanzu.testkit.InMemoryPersons;
import org.quanzu.testkit.SettableClock;
import org.quanzu.testkit.TestDatabase;
import org.quanzu.testkit.TestSeal;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class PersonsOfCallerIT {
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final AnnotationConfigApplicationContext CONTEXT = new AnnotationConfigApplicationContext();
    private static HikariDataSource database;

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryPersons known = new InMemoryPersons();
    private final Entries audit = new Entries();
    private final PersonsOfCaller persons = new PersonsOfCaller(
            known,
            new PersonsOfCaller.Names(CONTEXT.getBean(Register.class), CONTEXT.getBean(Aliases.class)),
            CONTEXT.getBean(PersonSources.class),
            audit,
            clock);

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        CONTEXT.registerBean(
                javax.sql.DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        CONTEXT.registerBean(Clock.class, Clock::systemUTC);
        TestSeal.register(CONTEXT, TestSeal.KEYS);
        CONTEXT.register(PersonConfiguration.class, SourceConfiguration.class);
        CONTEXT.refresh();
    }

    @AfterAll
    static void stop() {
        CONTEXT.close();
        database.close();
    }

    @AfterEach
    void forgetTheCaller() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsAPersonToTheSourceThatToldOfItOnly() {
        as("bank-a", "clear");
        persons.tell("own-1", attributes("+8613800000001"));

        var own = persons.find("own-1");
        as("bank-b", "clear");
        var ofAnother = persons.find("own-1");
        as("centre", "all-sources", "clear");
        var ofAll = persons.find("own-1");

        assertThat(own).isPresent();
        assertThat(ofAnother).isEmpty();
        assertThat(ofAll).isPresent();
    }

    @Test
    void showsCountsOfItsOwnEventsToASource() {
        as("bank-a");
        persons.tell("own-6", attributes());

        persons.find("own-6");
        as("centre", "all-sources");
        persons.find("own-6");

        assertThat(known.askedFor()).endsWith("bank-a", "bank-a", "all");
    }

    @Test
    void letsNoOtherSourceRewriteAttributes() {
        as("bank-a");
        persons.tell("own-2", attributes("+8613800000002"));
        as("bank-b");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> persons.tell("own-2", attributes()))
                .withMessageContaining("another source\nMaybe use a key of that source");
        assertThat(known.find("own-2").orElseThrow().attributes().phones()).containsExactly("+8613800000002");
    }

    @Test
    void letsNoOtherSourceTakeALinkAway() {
        as("bank-a");
        persons.tell("own-3", attributes("+8613800000003"));
        Register register = CONTEXT.getBean(Register.class);
        register.tell("own-3", "{}", NOON);
        register.link(CONTEXT.getBean(Aliases.class).ofPhone("+8613800000003"), "own-3", NOON);
        as("bank-b");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> persons.tell("thief", attributes("138 0000 0003")))
                .withMessageContaining("phones names another person");
        as("centre", "all-sources");
        assertThat(persons.tell("heir", attributes("+8613800000003")).personId())
                .isEqualTo("heir");
    }

    @Test
    void masksValuesWithoutTheScopeClear() {
        as("bank-a");

        var masked = persons.tell("own-4", attributes("+8613800001234")).attributes();
        as("bank-a", "clear");
        var clear = persons.find("own-4").orElseThrow().attributes();

        assertThat(masked.phones()).containsExactly("**********1234");
        assertThat(clear.phones()).containsExactly("+8613800001234");
    }

    @Test
    void recordsReadingsOnceForAWhile() {
        as("bank-a");
        persons.tell("own-5", attributes());

        for (int reading = 0; reading < 100; reading++) {
            persons.find("own-5");
        }
        clock.advance(PersonsOfCaller.ONE_READING);
        persons.find("own-5");

        assertThat(audit.lines)
                .containsExactly("key:a key person.read person:own-5", "key:a key person.read person:own-5");
    }

    private static void as(String source, String... scopes) {
        var client = new ApiClient("a key", source, Set.of(scopes));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(client, ""));
    }

    private static PersonAttributes attributes(String... phones) {
        return new PersonAttributes(Set.of(phones), Set.of(), Set.of(), null, null, null, null, null, null, null, null);
    }

    private static final class Entries implements AuditLog {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void record(String who, String what, String about, Map<String, String> detail) {
            lines.add(who + " " + what + " " + about);
        }

        @Override
        public List<Entry> about(String about, int limit) {
            return List.of();
        }

        @Override
        public Verification verify(LongConsumer progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean holds(String head) {
            return false;
        }
    }
}

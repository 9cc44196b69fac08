package org.quanzu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanzu.api.person.CallerPersons.Change;
import org.quanzu.api.person.CallerPersons.Seen;
import org.quanzu.api.person.PersonsOfCaller;
import org.quanzu.api.person.ReadingLog;
import org.quanzu.assessment.PersonChangeRefused;
import org.quanzu.event.PersonRef;
import org.quanzu.person.Register;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.person.source.PersonSources;
import org.quanzu.problem.Refused;
import org.quanzu.testkit.RecordedAudit;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class PersonsOfCallerIT {
    private static TestNode node;

    private final RecordedAudit audit = new RecordedAudit();
    private PersonsOfCaller persons;

    @BeforeAll
    static void start() {
        node = new TestNode();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void persons() {
        persons = new PersonsOfCaller(
                node.persons(),
                node.part(Register.class),
                node.part(PersonSources.class),
                new ReadingLog(audit, node.clock),
                audit);
    }

    @AfterEach
    void forgetTheCaller() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsAPersonToTheSourceThatToldOfItOnly() {
        as("bank-a", "clear");
        tell("own-1", attributes("+8613800000001"));

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
        as("telecom");
        tell("own-8", attributes());
        node.answer(payment("t-own-8", "own-8", "20"));

        var own = persons.find("own-8").orElseThrow();
        as("centre", "all-sources");
        var all = persons.find("own-8").orElseThrow();

        assertThat(own.view().recentEvents()).isEmpty();
        assertThat(all.view().recentEvents()).containsEntry("transaction", 1);
    }

    @Test
    void letsNoOtherSourceRewriteOrSeeAttributes() {
        as("bank-a", "clear");
        tell("own-2", attributes("+8613800000002"));
        as("bank-b", "clear");

        Seen told = tell("own-2", attributes());

        assertThat(told.view().attributes().phones()).isEmpty();
        as("bank-a", "clear");
        assertThat(phones("own-2")).containsExactly("+8613800000002");
        as("centre", "all-sources", "clear");
        assertThat(phones("own-2")).containsExactly("+8613800000002");
    }

    private Set<String> phones(String personId) {
        return persons.find(personId).orElseThrow().view().attributes().phones();
    }

    @Test
    void letsNoOtherSourceTakeALinkAway() {
        as("bank-a", "clear");
        tell("own-3", attributes("+8613800000003"));
        as("bank-b");

        assertThatExceptionOfType(PersonChangeRefused.class)
                .isThrownBy(() -> tell("thief", attributes("138 0000 0003")))
                .withMessageContaining("phones names another person");
        assertThat(persons.find("thief")).isEmpty();
        as("centre", "all-sources");
        tell("heir", attributes("+8613800000003"));
        node.answer(payment("t-heir", new PersonRef(null, "13800000003", null), "20", "acc-1", NOON));
        assertThat(personOf("t-heir")).isEqualTo("heir");
        as("bank-a", "clear");
        assertThat(phones("own-3")).isEmpty();
    }

    private static String personOf(String eventId) {
        return new JdbcTemplate(node.database)
                .queryForObject("select person_id from events where event_id = ?", String.class, eventId);
    }

    @Test
    void letsASourceTakeALinkNobodyElseTold() {
        as("bank-a", "clear");
        tell("own-6", attributes("+8613800000006"));
        tell("own-7", attributes("+8613800000006"));
        assertThat(phones("own-6")).isEmpty();
        as("bank-b");
        tell("own-7", attributes("13800000006"));
        as("bank-a", "clear");

        assertThatExceptionOfType(PersonChangeRefused.class)
                .as("bank-b tells the same of own-7")
                .isThrownBy(() -> tell("own-6", attributes("+8613800000006")));
    }

    @Test
    void masksValuesWithoutTheScopeClear() {
        as("bank-a");

        var masked = tell("own-4", attributes("+8613800001234")).view().attributes();
        as("bank-a", "clear");

        assertThat(masked.phones()).containsExactly("**********1234");
        assertThat(phones("own-4")).containsExactly("+8613800001234");
    }

    @Test
    void recordsReadingsOnceForAWhile() {
        as("bank-a");
        tell("own-5", attributes());

        for (int reading = 0; reading < 100; reading++) {
            persons.find("own-5");
        }
        node.clock.advance(Duration.ofMinutes(10));
        persons.find("own-5");

        assertThat(audit.lines)
                .containsExactly("key:a key person.read person:own-5", "key:a key person.read person:own-5");
    }

    @Test
    void mergesOnlyPersonsOfWhomNoOtherSourceTold() {
        as("bank-a");
        tell("m-1", attributes());
        tell("m-2", attributes());
        as("bank-b");
        tell("m-2", attributes());

        assertThatExceptionOfType(PersonChangeRefused.class)
                .as("nobody tells bank-b that there is m-1")
                .isThrownBy(() -> persons.merge("m-2", "m-1", "one human"))
                .withMessageContaining("Nobody is known as \"m-1\"");
        as("bank-a");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> persons.merge("m-1", "m-2", "one human"))
                .withMessageContaining(
                        "Other sources told of these persons, too\nMaybe use a key with the scope all-sources");
        as("centre", "all-sources");
        assertThat(persons.merge("m-1", "m-2", "one human").view().personId()).isEqualTo("m-1");
    }

    @Test
    void recordsWhatItMergesAndSeparatesOnce() {
        as("bank-a");
        tell("a-1", attributes());
        tell("a-2", attributes());

        persons.merge("a-1", "a-2", "same identity card");
        persons.merge("a-1", "a-2", "same identity card");
        persons.separate("a-1", "a-2", null);
        persons.separate("a-1", "a-2", null);

        assertThat(audit.lines)
                .containsExactly(
                        "key:a key person.merge person:a-1 {other=a-2, reason=same identity card}",
                        "key:a key person.separate person:a-1 {other=a-2}");
    }

    @Test
    void changesTheVersionWithWhatTheCallerSees() {
        as("bank-a");
        String first = tell("v-1", attributes()).version();
        String second = tell("v-1", attributes("+8613800000010")).version();
        as("centre", "all-sources");
        String ofAll = persons.find("v-1").orElseThrow().version();
        as("bank-b");
        tell("v-1", attributes());

        as("bank-a");
        assertThat(persons.find("v-1").orElseThrow().version())
                .isEqualTo(second)
                .isNotEqualTo(first);
        as("centre", "all-sources");
        assertThat(persons.find("v-1").orElseThrow().version()).isNotEqualTo(ofAll);
    }

    private Seen tell(String personId, PersonAttributes attributes) {
        return persons.tell(personId, new Change(true, version -> true, before -> attributes));
    }

    private static void as(String source, String... scopes) {
        var client = new ApiClient("a key", source, Set.of(scopes));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(client, ""));
    }

    private static PersonAttributes attributes(String... phones) {
        return PersonAttributes.NONE.named(Set.of(phones), Set.of());
    }
}

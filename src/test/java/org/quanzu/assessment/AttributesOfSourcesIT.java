package org.quanzu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanzu.testkit.BankEvents.BANK;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.Persons.Telling;
import org.quanzu.event.PersonRef;
import org.quanzu.person.Register;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.person.source.PersonSources;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

class AttributesOfSourcesIT {
    private static final String TELECOM = "telecom";
    private static final String PHONE = "13912345678";
    private static final PersonRef BY_PHONE = new PersonRef(null, PHONE, null);

    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @AfterEach
    void stop() {
        node.close();
    }

    private void tell(String source, String personId, PersonAttributes attributes) {
        node.persons().tell(personId, Telling.all(source, attributes));
    }

    private static PersonAttributes phones(String... phones) {
        return PersonAttributes.NONE.named(Set.of(phones), Set.of());
    }

    private static PersonAttributes accounts(String... accounts) {
        return PersonAttributes.NONE.named(Set.of(), Set.of(accounts));
    }

    private PersonAttributes joined(String personId) {
        return node.persons().find(personId).orElseThrow().attributes();
    }

    private String personOf(String eventId) {
        return jdbc.queryForObject("select person_id from events where event_id = ?", String.class, eventId);
    }

    @Test
    void joinsWhatTwoSourcesTell() {
        tell(TELECOM, "p-1", phones(PHONE));
        tell(BANK, "p-1", accounts("6217 0009"));

        node.answer(payment("t-1", BY_PHONE, "5000", "6217-0009", NOON));

        assertThat(personOf("t-1")).isEqualTo("p-1");
        assertThat(joined("p-1")).isEqualTo(PersonAttributes.NONE.named(Set.of(PHONE), Set.of("6217 0009")));
        assertThat(jdbc.queryForObject("select count(*) from person_links where valid_to is null", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void leavesALinkThatAnotherSourceTells() {
        tell(TELECOM, "p-1", phones(PHONE));
        tell(BANK, "p-1", phones("+86 139 1234 5678"));
        node.answer(payment("t-1", BY_PHONE, "50", "acc-1", NOON));

        tell(TELECOM, "p-1", PersonAttributes.NONE);
        node.answer(payment("t-2", BY_PHONE, "50", "acc-1", NOON));
        tell(BANK, "p-1", PersonAttributes.NONE);
        node.answer(payment("t-3", BY_PHONE, "50", "acc-1", NOON));

        assertThat(personOf("t-2")).isEqualTo("p-1");
        assertThat(personOf("t-3")).startsWith("prov-");
    }

    @Test
    void changesAPartOfWhatASourceTold() {
        tell(BANK, "p-1", accounts("6217 0009").with(Set.of("p-2")));

        node.persons()
                .tell(
                        "p-1",
                        new Telling(
                                BANK,
                                false,
                                false,
                                version -> true,
                                before -> before.named(Set.of(PHONE), before.ownAccounts())));

        assertThat(joined("p-1"))
                .isEqualTo(PersonAttributes.NONE
                        .named(Set.of(PHONE), Set.of("6217 0009"))
                        .with(Set.of("p-2")));
    }

    @Test
    void refusesAChangeOfWhatHasChangedMeanwhile() {
        tell(BANK, "p-1", phones(PHONE));
        Telling stale = new Telling(BANK, false, true, "v-old"::equals, before -> PersonAttributes.NONE);

        assertThatThrownBy(() -> node.persons().tell("p-1", stale))
                .isInstanceOfSatisfying(
                        PersonChangeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(PersonChangeRefused.Reason.STALE));

        assertThat(joined("p-1").phones()).containsExactly(PHONE);
    }

    @Test
    void losesNothingOfManySourcesAtOnce() throws Exception {
        int sources = 6;
        ExecutorService threads = Executors.newFixedThreadPool(sources);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> told = IntStream.range(0, sources)
                .<Future<?>>mapToObj(i -> threads.submit(() -> {
                    start.await();
                    for (int round = 0; round < 3; round++) {
                        int number = round;
                        node.persons().tell("p-1", new Telling("source-" + i, false, false, version -> true, before -> {
                            Set<String> phones = new HashSet<>(before.phones());
                            phones.add("1391234" + i + number + "00");
                            return before.named(phones, before.ownAccounts());
                        }));
                    }
                    return null;
                }))
                .toList();

        start.countDown();
        for (Future<?> one : told) {
            one.get(1, TimeUnit.MINUTES);
        }
        threads.shutdown();

        assertThat(joined("p-1").phones()).hasSize(3 * sources);
        assertThat(jdbc.queryForObject("select count(*) from person_links where valid_to is null", Integer.class))
                .isEqualTo(3 * sources);
    }

    @Test
    void keepsWhatWasToldBeforeSourcesWereKept() {
        tell("", "p-1", phones(PHONE));
        jdbc.update("update person_sources set source = 'bank-1', attributes = null, version = 0");
        jdbc.update("update persons set joined = false");
        node.restart();

        tell(TELECOM, "p-1", accounts("6217 0009"));

        assertThat(joined("p-1").phones()).containsExactly(PHONE);
        assertThat(node.part(PersonSources.class).told(Set.of("p-1")))
                .extracting(told -> told.source() + told.attributes().phones())
                .containsExactly("bank-1[" + PHONE + "]", "telecom[]");
        tell(BANK, "p-1", PersonAttributes.NONE);
        assertThat(joined("p-1").phones()).isEmpty();
    }

    @Test
    void givesWhatNobodyIsKnownToHaveToldToTheOnlySourceOfEvents() {
        node.answer(payment("t-1", "p-1", "50"));
        tell("", "p-1", phones(PHONE));
        tell("", "p-2", phones("13800000000"));
        jdbc.update("delete from person_sources");
        jdbc.update("update persons set joined = false");
        node.restart();

        tell(BANK, "p-1", PersonAttributes.NONE);
        tell(BANK, "p-2", accounts("6217 0009"));

        assertThat(joined("p-1").phones()).isEmpty();
        assertThat(joined("p-2").phones()).as("nobody sent events of p-2").containsExactly("13800000000");
        tell(BANK, "p-2", phones("+8613800000000"));
        tell(BANK, "p-2", PersonAttributes.NONE);
        assertThat(joined("p-2").phones()).as("told again, then no longer").isEmpty();
    }

    @Test
    void showsOtherThreadsAndTheNextStartTheSame() {
        tell(TELECOM, "p-1", phones(PHONE));
        node.answer(payment("t-1", BY_PHONE, "5000", "acc-1", NOON));
        node.clock.advance(Duration.ofMinutes(1));

        tell(BANK, "p-1", accounts("acc-1"));
        byte[] live = node.profile("p-1");
        node.restart();

        assertThat(node.profile("p-1")).isEqualTo(live);
        assertThat(node.part(Register.class).find("p-1").orElseThrow().ownAccounts())
                .containsExactly("acc-1");
    }
}

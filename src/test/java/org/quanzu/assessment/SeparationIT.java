package org.quanzu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.event.PersonRef;
import org.quanzu.journal.EventStore;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

class SeparationIT {
    private static final PersonRef PHONE = new PersonRef(null, "+8613912345678", null);
    private static final PersonRef HONEST = PersonRef.ofId("p-1");

    private final TestNode node = new TestNode();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void leavesBothPersonsAsIfTheyHadNeverBeenLinked() {
        node.answer(payment("h-1", HONEST, "20", "acc-1", NOON));
        node.answer(payment("v-1", PHONE, "5000", "acc-2", NOON.plusMinutes(1)));
        link("p-1", "13912345678");
        node.answer(payment("h-2", HONEST, "30", "acc-1", NOON.plusMinutes(2)));
        node.answer(payment("v-2", PHONE, "40", "acc-2", NOON.plusMinutes(3)));
        assertThat(level("p-1")).isEqualTo("RED");

        link("p-1");

        String honest = node.answer(payment("h-3", HONEST, "50", "acc-1", NOON.plusMinutes(4)));
        String victim = node.answer(payment("v-3", PHONE, "60", "acc-2", NOON.plusMinutes(5)));
        String victimId = personOf("v-3");
        assertThat(honest).contains("\"level\":\"NONE\"", "\"decision\":\"ALLOW\"");
        assertThat(level("p-1")).isEqualTo("NONE");
        assertThat(payments("p-1")).isEqualTo(3);
        assertThat(victim).contains("\"level\":\"RED\"", "\"events\":[\"v-1\"]");
        assertThat(level(victimId)).isEqualTo("RED");
        assertThat(payments(victimId)).isEqualTo(3);
    }

    @Test
    void keepsThemApartAfterARestart() {
        node.answer(payment("v-1", PHONE, "5000", "acc-2", NOON));
        link("p-1", "13912345678");
        node.answer(payment("h-1", HONEST, "30", "acc-1", NOON.plusMinutes(2)));
        link("p-1");

        node.restart();

        assertThat(level("p-1")).isEqualTo("NONE");
        assertThat(node.answer(payment("v-2", PHONE, "60", "acc-2", NOON.plusMinutes(5))))
                .contains("\"level\":\"RED\"");
    }

    @Test
    void givesTheHistoryOfANumberToWhoeverIsLinkedToItNow() {
        node.answer(payment("v-1", PHONE, "5000", "acc-2", NOON));
        link("p-1", "13912345678");

        link("p-2", "13912345678");

        assertThat(level("p-1")).isEqualTo("NONE");
        assertThat(level("p-2")).isEqualTo("RED");
    }

    @Test
    void takesAttributesOfDifferentPersonsAtOnce() {
        IntStream.range(0, 4).forEach(i -> node.answer(payment("t-" + i, "p-" + i, "5000")));

        IntStream.range(0, 4).parallel().forEach(i -> link("p-" + i, "1391234567" + i));

        List<String> ids = new JdbcTemplate(node.database)
                .queryForList("select person_id from persons order by person_id", String.class);
        assertThat(ids).contains("p-0", "p-1", "p-2", "p-3");
        IntStream.range(0, 4).forEach(i -> assertThat(level("p-" + i)).isEqualTo("RED"));
    }

    @Test
    void streamsStoredEventsOfAPeriodInTheirOrder() {
        Instant begin = node.clock.instant();
        IntStream.range(0, 6).forEach(i -> node.answer(payment("t-" + i, "p-" + i % 2, "10")));
        List<String> seen = new ArrayList<>();
        List<String> ofOne = new ArrayList<>();
        List<String> before = new ArrayList<>();
        EventStore store = node.part(EventStore.class);

        store.stream(begin, begin.plusSeconds(1), Set.of(), it -> seen.add(id(it)));
        store.stream(begin, begin.plusSeconds(1), Set.of("p-1"), it -> ofOne.add(id(it)));
        store.stream(begin.minusSeconds(9), begin, Set.of(), it -> before.add(id(it)));

        assertThat(seen).containsExactly("t-0", "t-1", "t-2", "t-3", "t-4", "t-5");
        assertThat(ofOne).containsExactly("t-1", "t-3", "t-5");
        assertThat(before).isEmpty();
    }

    private static String id(EventStore.Stored stored) {
        return stored.recorded().event().header().eventId();
    }

    private void link(String personId, String... phones) {
        node.tell(personId, BankEvents.phones(phones));
    }

    private String level(String personId) {
        return node.persons().find(personId).orElseThrow().level();
    }

    private int payments(String personId) {
        return node.persons().find(personId).orElseThrow().recentEvents().get("transaction");
    }

    private String personOf(String eventId) {
        return new JdbcTemplate(node.database)
                .queryForObject("select person_id from events where event_id = ?", String.class, eventId);
    }
}

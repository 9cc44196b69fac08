package org.quanzu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.event.Event;
import org.quanzu.event.PersonRef;
import org.quanzu.journal.Partitions;
import org.quanzu.personcache.Retention;
import org.quanzu.testkit.Histories;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

class RebuildIT {
    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void findsEveryPersonAsTheyWere() {
        List<String> persons = IntStream.range(0, 12).mapToObj(i -> "p-" + i).toList();
        persons.forEach(person -> send(Histories.of(person.hashCode(), person, 10 + 17 * persons.indexOf(person))));
        List<byte[]> live = persons.stream().map(node::profile).toList();
        List<Persons.PersonView> views = views(persons);

        node.restart();

        assertThat(persons.stream().map(node::profile).toList())
                .usingElementComparator((a, b) -> java.util.Arrays.compare(a, b))
                .isEqualTo(live);
        assertThat(views(persons)).isEqualTo(views);
        assertThat(jdbc.queryForObject("select count(*) from profiles", Integer.class))
                .isGreaterThan(5);
    }

    private void send(List<Event> events) {
        List<CompletableFuture<Answer>> answers =
                events.stream().map(node::take).toList();
        answers.forEach(TestNode::json);
    }

    private List<Persons.PersonView> views(List<String> persons) {
        return persons.stream()
                .map(person -> node.persons().find(person).orElseThrow())
                .toList();
    }

    @Test
    void answersAlikeWithAndWithoutMemory() {
        List<Event> events = Histories.of(3, "p-1", 130);
        List<Event> twin = Histories.of(3, "p-2", 130);
        List<String> warm = new ArrayList<>();
        List<String> cold = new ArrayList<>();

        for (int i = 0; i < events.size(); i++) {
            warm.add(general(node.answer(events.get(i))));
            node.forget("p-2");
            cold.add(general(node.answer(twin.get(i))));
        }

        assertThat(cold).isEqualTo(warm);
    }

    private static String general(String json) {
        return json.replaceFirst("\"assessmentId\":\"[^\"]*\"", "")
                .replaceFirst("\"caseId\":\"[^\"]*\"", "")
                .replace("p-2", "p-1");
    }

    @Test
    void goesOnPastMidnight() {
        node.answer(payment("t-1", "p-1", "10"));
        node.clock.advance(Duration.ofDays(40));

        node.answer(payment("t-2", PersonRef.ofId("p-1"), "20", "acc-1", NOON.plusDays(40)));
        String repeat = node.answer(payment("t-1", "p-1", "10"));

        assertThat(repeat).contains("\"eventId\":\"t-1\"");
        assertThat(jdbc.queryForList("select day from events order by seq", LocalDate.class))
                .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 11));
        node.restart();
        assertThat(node.persons().find("p-1").orElseThrow().recentEvents()).containsEntry("transaction", 2);
    }

    @Test
    void forgetsOldDaysButNotWhatTheyMadeOfAPerson() {
        send(Histories.of(5, "p-1", 70));
        send(Histories.of(6, "p-2", 20));
        node.awaitConsumers();
        List<byte[]> before = List.of(node.profile("p-1"), node.profile("p-2"));
        node.clock.advance(Duration.ofDays(91));

        node.part(Retention.class).run();

        assertThat(jdbc.queryForObject("select count(*) from events", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from event_keys", Integer.class))
                .isZero();
        assertThat(node.part(Partitions.class).before(LocalDate.of(2026, 3, 3))).isEmpty();
        node.restart();
        assertThat(node.profile("p-1")).isEqualTo(before.get(0));
        assertThat(node.profile("p-2")).isEqualTo(before.get(1));
    }
}

package org.quanzu.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.EventKey;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.person.Counterparties;
import org.quanzu.scoring.Assessment;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

class PipelineIT {
    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void answersInTheFieldsOfTheContract() {
        String red = node.answer(payment("t-1", "p-1", "1700.50"));
        String none = node.answer(payment("t-2", "p-2", "20"));

        assertThat(red)
                .isEqualTo("{\"assessmentId\":\"" + id(red) + "\",\"personId\":\"p-1\",\"eventId\":\"t-1\","
                        + "\"occurredAt\":\"2026-03-02T12:00:00+08:00\",\"level\":\"RED\",\"family\":\"loan\",\"score\":60,"
                        + "\"scores\":{\"loan\":60,\"order_brushing\":0},\"stage\":\"PAYING\",\"implicated\":true,"
                        + "\"decision\":\"HOLD\",\"amountAtRisk\":\"1700.50\",\"plan\":[{\"action\":\"CALL_PERSON\","
                        + "\"channel\":\"VOICE\",\"unit\":\"DESK\",\"dueAt\":\"2026-03-02T12:05:00+08:00\","
                        + "\"script\":\"loan\"}],\"reasons\":[{\"rule\":\"LOAN-001\",\"points\":60,\"evidence\":\"MONEY\","
                        + "\"text\":{\"en\":\"a large payment\",\"zh\":\"大额付款\"},\"events\":[\"t-1\"]}],"
                        + "\"missing\":[\"CALL\",\"DEVICE\",\"MESSAGE\"],\"ruleSet\":\"v1\","
                        + "\"validUntil\":\"2026-03-03T12:00:00+08:00\",\"caseId\":\"" + Assessment.caseOf("p-1")
                        + "\"}");
        assertThat(none)
                .contains("\"level\":\"NONE\",\"score\":0,\"scores\":{\"loan\":0,\"order_brushing\":0}")
                .contains("\"amountAtRisk\":\"0.00\",\"plan\":[],\"reasons\":[]");
    }

    private static String id(String json) {
        return json.substring(17, 53);
    }

    @Test
    void answersARepeatWithTheSameBytesAlsoAfterARestart() {
        List<String> first =
                List.of(node.answer(payment("t-1", "p-1", "5000")), node.answer(payment("t-2", "p-2", "5.10")));

        List<Answer> again = List.of(
                node.take(payment("t-1", "p-1", "5000.00")).join(),
                node.take(payment("t-2", "p-2", "5.1")).join());
        node.restart();
        List<String> later =
                List.of(node.answer(payment("t-1", "p-1", "5000")), node.answer(payment("t-2", "p-2", "5.10")));

        assertThat(again).allMatch(Answer::repeated);
        assertThat(again)
                .extracting(answer -> new String(answer.json(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(first);
        assertThat(later).isEqualTo(first);
        assertThat(count("events")).isEqualTo(2);
    }

    private int count(String table) {
        Integer count = jdbc.queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }

    @Test
    void refusesTheSameIdWithOtherContent() {
        node.answer(payment("t-1", "p-1", "10"));

        assertThatThrownBy(() -> node.answer(payment("t-1", "p-1", "11"))).hasCauseInstanceOf(ConflictingEvent.class);
        assertThatThrownBy(() -> node.answer(payment("t-1", "p-2", "10"))).hasCauseInstanceOf(ConflictingEvent.class);
        node.restart();
        assertThatThrownBy(() -> node.answer(payment("t-1", "p-2", "10"))).hasCauseInstanceOf(ConflictingEvent.class);
        assertThat(count("events")).isEqualTo(1);
    }

    @Test
    void storesOnceWhatComesManyTimesAtOnce() {
        List<CompletableFuture<Answer>> answers = inThreads(16, i -> node.take(payment("t-" + i % 4, "p-1", "2000")));

        assertThat(answers).extracting(TestNode::json).hasSize(16);
        assertThat(answers.stream().filter(answer -> !answer.join().repeated())).hasSize(4);
        assertThat(IntStream.range(0, 4))
                .allSatisfy(i -> assertThat(answers.stream()
                                .map(TestNode::json)
                                .filter(json -> json.contains("\"eventId\":\"t-" + i + "\""))
                                .distinct())
                        .hasSize(1));
        assertThat(count("events")).isEqualTo(4);
    }

    private static <T> List<T> inThreads(int times, java.util.function.IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            return IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void tellsTheSameIdOfTwoPersonsInOneGroupApart() {
        List<CompletableFuture<Answer>> answers = inThreads(16, i -> node.take(payment("t-1", "p-" + i, "2000")));

        assertThat(answers.stream().filter(answer -> !fails(answer))).hasSize(1);
        assertThat(count("events")).isEqualTo(1);
    }

    private static boolean fails(CompletableFuture<Answer> answer) {
        try {
            TestNode.json(answer);
            return false;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(ConflictingEvent.class);
            return true;
        }
    }

    @Test
    void scoresAgainWhatWasScoredAfterAForgottenRepeat() {
        node.answer(payment("t-1", "p-1", "2000"));
        for (int i = 0; i < 600; i++) {
            node.take(BankEvents.status("s-" + i, PersonRef.ofId("p-1"), "t-1", Status.COMPLETED, NOON));
        }
        node.answer(BankEvents.status("s-600", PersonRef.ofId("p-1"), "t-1", Status.COMPLETED, NOON));
        byte[] before = node.profile("p-1");

        CompletableFuture<Answer> repeat =
                node.take(BankEvents.status("s-0", PersonRef.ofId("p-1"), "t-1", Status.COMPLETED, NOON));
        CompletableFuture<Answer> next = node.take(payment("t-2", "p-1", "30"));
        CompletableFuture<Answer> status =
                node.take(BankEvents.status("s-t2", PersonRef.ofId("p-1"), "t-2", Status.FAILED, NOON));

        assertThat(TestNode.json(repeat)).contains("\"eventId\":\"s-0\"");
        assertThat(repeat.join().repeated()).isTrue();
        assertThat(next.join().repeated()).isFalse();
        assertThat(status.join().repeated()).isFalse();
        assertThat(node.profile("p-1")).isNotEqualTo(before);
        assertThat(count("events")).isEqualTo(604);
    }

    @Test
    void scoresOnePersonsEventsOneAfterTheOther() {
        List<CompletableFuture<Answer>> answers = inThreads(
                400, i -> node.take(payment("t-" + i, PersonRef.ofId("p-" + i % 3), "600", "acc-" + i, NOON)));

        answers.forEach(TestNode::json);

        byte[] live = node.profile("p-1");
        node.forget("p-1");
        assertThat(node.profile("p-1")).isEqualTo(live);
        assertThat(jdbc.queryForList("select seq from events order by seq", Long.class))
                .doesNotHaveDuplicates();
        assertThat(node.persons().find("p-1").orElseThrow().recentEvents()).containsEntry("transaction", 133);
    }

    @Test
    void takesAStatusOfItsPersonsTransaction() {
        node.answer(payment("t-1", "p-1", "2000"));

        String answer = node.answer(failed("s-1", "p-1", "t-1"));

        assertThat(answer).contains("\"personId\":\"p-1\"").contains("\"amountAtRisk\":\"0.00\"");
        assertThat(node.intake().personOf(payment("t-1", "p-1", "1").key())).contains("p-1");
    }

    private static TransactionStatusEvent failed(String id, String personId, String transactionId) {
        return BankEvents.status(id, PersonRef.ofId(personId), transactionId, Status.FAILED, NOON);
    }

    @Test
    void refusesAStatusThatNamesAnotherPersonThanItsTransaction() {
        node.answer(payment("t-1", "p-1", "2000"));
        node.answer(payment("t-2", "p-2", "10"));

        assertThatThrownBy(() -> node.answer(failed("s-1", "p-2", "t-1")))
                .hasCauseInstanceOf(OtherPersonsTransaction.class);
        assertThatThrownBy(() -> node.answer(failed("s-1", "p-new", "t-1")))
                .hasCauseInstanceOf(OtherPersonsTransaction.class);

        assertThat(node.answer(failed("s-1", "p-1", "t-1"))).contains("\"amountAtRisk\":\"0.00\"");
        assertThat(count("events")).isEqualTo(3);
    }

    @Test
    void knowsNoTransactionByTheIdOfAnotherEvent() {
        PersonRef person = PersonRef.ofId("p-1");
        CompletableFuture<Answer> call = node.take(BankEvents.call("c-1", person, "c-1", State.ENDED, 60, NOON));

        assertThatThrownBy(() -> node.answer(failed("s-1", "p-1", "c-1"))).hasCauseInstanceOf(UnknownTransaction.class);

        TestNode.json(call);
        node.answer(payment("t-1", "p-1", "2000"));
        node.answer(failed("s-2", "p-1", "t-1"));
        assertThatThrownBy(() -> node.answer(failed("s-3", "p-1", "c-1"))).hasCauseInstanceOf(UnknownTransaction.class);
        assertThatThrownBy(() -> node.answer(failed("s-3", "p-1", "s-2"))).hasCauseInstanceOf(UnknownTransaction.class);
        assertThatThrownBy(() -> node.answer(failed("s-3", "p-1", "t-9"))).hasCauseInstanceOf(UnknownTransaction.class);
    }

    @Test
    void countsOtherPersonsNewlyPayingAnAccount() {
        List<String> persons = List.of("p-1", "p-2", "p-3", "p-1");
        org.awaitility.Awaitility.await().until(() -> {
            node.answer(payment("warm-" + count("events"), "p-0", "1"));
            return jdbc.queryForObject("select count(other_payers) from events", Integer.class) > 0;
        });
        List<Integer> seen = new ArrayList<>();

        for (int i = 0; i < persons.size(); i++) {
            node.answer(payment("t-" + i, PersonRef.ofId(persons.get(i)), "10", "acc-new", NOON.plusMinutes(i)));
            seen.add(
                    jdbc.queryForObject("select other_payers from events where event_id = ?", Integer.class, "t-" + i));
        }

        assertThat(seen).containsExactly(0, 1, 2, 2);
    }

    @Test
    void findsAnAnswerByItsId() {
        String red = node.answer(payment("t-1", "p-1", "1700.50"));
        String none = node.answer(payment("t-\u4e2d", "p-2", "20"));

        for (String answer : List.of(red, none)) {
            EventKey key = node.intake().keyOf(UUID.fromString(id(answer))).orElseThrow();
            assertThat(node.intake().sent(key).orElseThrow().answer())
                    .asString(UTF_8)
                    .isEqualTo(answer);
        }
        assertThat(node.intake()
                        .sent(payment("t-1", "p-1", "1700.50").key())
                        .orElseThrow()
                        .event())
                .asString(UTF_8)
                .contains("\"amount\":\"1700.5\"", "\"account\":\"acc-9\"")
                .doesNotContain("source");
        jdbc.update("update event_keys set assessment_hash = null"); // as in databases of earlier versions
        assertThat(node.intake().keyOf(UUID.fromString(id(none))))
                .hasValueSatisfying(key -> assertThat(key.eventId()).isEqualTo("t-\u4e2d"));
        assertThat(node.intake().keyOf(UUID.randomUUID())).isEmpty();
        assertThat(node.intake().sent(payment("t-9", "p-1", "1").key())).isEmpty();
    }

    @Test
    void countsOthersInTheDayBeforeTheTimeAnEventIsBelievedToHaveHappened() {
        node.part(Counterparties.class).ready();
        node.answer(payment("t-1", "p-1", "10"));
        node.clock.advance(Duration.ofHours(20));

        node.answer(payment("t-2", PersonRef.ofId("p-2"), "10", "acc-9", NOON.plusHours(40)));

        assertThat(jdbc.queryForObject("select other_payers from events where event_id = 't-2'", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void givesTheLastKnownLevelWithoutScoring() {
        node.answer(payment("t-1", "p-1", "2000"));

        Answer answer = node.intake().lastKnown(payment("t-2", "p-1", "10"));

        assertThat(new String(answer.json(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"level\":\"RED\"", "\"decision\":\"HOLD\"", "\"degraded\":true", "\"eventId\":\"t-2\"");
    }
}

package org.quanzu.outreach.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.audit.AuditConfiguration;
import org.quanzu.desk.contact.ContactConfiguration;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent;
import org.quanzu.outreach.Delivery;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.Outbox;
import org.quanzu.outreach.OutreachConfiguration;
import org.quanzu.outreach.ServedRules;
import org.quanzu.outreach.ShippedRules;
import org.quanzu.scoring.Assessment;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.GradedPayments;
import org.quanzu.testkit.TestNode;
import org.springframework.context.annotation.Bean;

class AutomaticMessagesIT {
    private static final Instant NIGHT = Instant.parse("2026-03-02T15:00:00Z");
    private final TestNode node = new TestNode(
            GradedPayments::new,
            OutreachConfiguration.class,
            AutomaticConfiguration.class,
            ContactConfiguration.class,
            AuditConfiguration.class,
            Rest.class);
    private int events;

    /** What comes from elsewhere; nothing is sent by itself here. */
    static class Rest {
        @Bean
        ServedRules servedRules() {
            return new ShippedRules();
        }
    }

    @AfterEach
    void close() {
        node.close();
    }

    private TransactionEvent payment(String amount, Instant at) {
        return BankEvents.payment(
                "t-" + ++events, PersonRef.ofId("p-1"), amount, "acc-9", at.atOffset(ZoneOffset.ofHours(8)));
    }

    /** Pays; what is told because of it is out before the clock goes on. */
    private String pay(String amount) {
        String answer = node.followed(payment(amount, node.clock.instant()));
        Awaitility.await()
                .until(() -> messages().stream().map(Delivery::state).noneMatch(Delivery.State.PENDING::equals));
        return answer;
    }

    private List<Delivery> messages() {
        return node.part(Outbox.class).ofCase(Assessment.caseOf("p-1")).stream()
                .filter(order -> order.kind() == Order.Kind.MESSAGE)
                .toList();
    }

    private List<String> levels() {
        return messages().stream().map(Delivery::level).toList();
    }

    @Test
    void tellsAPersonWhatThePlanSays() {
        String answer = pay("20000");

        assertThat(answer).contains("SEND_MESSAGE", "\"level\":\"RED\"");
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.putBy()).isEqualTo("quanzu");
            assertThat(message.level()).isEqualTo("RED");
            assertThat(message.lapses()).isEqualTo(TestNode.START.plus(Duration.ofHours(1)));
            assertThat(message.body()).contains("\"channel\":\"FLASH\"", "\"template\":\"loan\"", "正规贷款");
        });
    }

    @Test
    void tellsAPersonOfALevelThatNeedsNoCase() {
        String answer = pay("200");

        assertThat(answer).contains("\"level\":\"BLUE\"").doesNotContain("caseId");
        assertThat(messages())
                .singleElement()
                .satisfies(message -> assertThat(message.body()).contains("\"template\":\"general\""));
    }

    @Test
    void saysNothingWhereNothingWasFound() {
        pay("20");

        assertThat(messages()).isEmpty();
    }

    @Test
    void tellsOnceWithinTheGap() {
        pay("2000");
        node.clock.advance(Duration.ofHours(20));
        pay("2000");
        node.clock.advance(Duration.ofHours(51));
        pay("2000");
        assertThat(levels()).containsExactly("YELLOW");

        node.clock.advance(Duration.ofHours(1));
        pay("2000");

        assertThat(levels()).containsExactly("YELLOW", "YELLOW");
    }

    @Test
    void tellsAtOnceWhenTheLevelRisesButNotWhenItFalls() {
        pay("200");
        pay("2000");
        pay("20000");
        node.clock.advance(Duration.ofHours(25));
        String fallen = pay("2000");

        assertThat(fallen).contains("\"level\":\"YELLOW\"");
        assertThat(levels()).containsExactlyInAnyOrder("BLUE", "YELLOW", "RED");
    }

    @Test
    void saysNothingOfWhatIsOlderThanAnHour() {
        Instant now = node.clock.instant();
        node.followed(payment("20000", now.minus(Duration.ofMinutes(61))));
        assertThat(messages()).isEmpty();

        node.followed(payment("20000", now.minus(Duration.ofMinutes(59))));

        assertThat(messages()).hasSize(1);
    }

    @Test
    void saysNothingWhenAPersonIsScoredAnew() {
        node.clock.advance(Duration.ofHours(-2));
        Instant before = node.clock.instant();
        node.clock.advance(Duration.ofHours(2));
        node.followed(payment("20000", before));

        node.tell("p-1", BankEvents.phones("13912345678"));
        node.awaitConsumers();

        assertThat(messages()).isEmpty();
    }

    @Test
    void tellsOnceHoweverOftenTheEventComes() {
        TransactionEvent event = payment("20000", node.clock.instant());
        node.followed(event);
        node.followed(event);
        node.restart();
        node.followed(event);

        assertThat(messages()).hasSize(1);
    }

    @Test
    void tellsOnceWhenManyEventsComeTogether() {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(node.take(payment("20000", node.clock.instant())));
        }

        answers.forEach(CompletableFuture::join);
        node.awaitConsumers();

        assertThat(messages()).hasSize(1);
    }

    @Test
    void tellsOfEachHigherLevelThoughItComesToAllAtOnce() throws SQLException {
        try (Connection position = node.database.getConnection()) {
            position.setAutoCommit(false);
            position.createStatement()
                    .execute("select 1 from journal_consumers where consumer = 'messages' for update");
            for (String amount : List.of("200", "2000", "200", "20000", "2000")) {
                node.answer(payment(amount, node.clock.instant()));
            }
            position.rollback();
        }
        node.awaitConsumers();

        assertThat(levels()).containsExactlyInAnyOrder("BLUE", "YELLOW", "RED");
    }

    @Test
    void leavesPeopleAloneAtNightUnlessItPresses() {
        node.clock.set(NIGHT);
        pay("200");
        assertThat(messages()).isEmpty();

        pay("20000");
        assertThat(levels()).containsExactly("RED");

        node.clock.set(NIGHT.plus(Duration.ofHours(10)));
        assertThat(levels()).containsExactly("RED");
    }

    @Test
    void tellsInTheMorningOfWhatTheNightKeptQuiet() {
        node.clock.set(NIGHT);
        pay("200");
        node.clock.set(NIGHT.plus(Duration.ofHours(10)));

        pay("200");

        assertThat(levels()).containsExactly("BLUE");
    }
}

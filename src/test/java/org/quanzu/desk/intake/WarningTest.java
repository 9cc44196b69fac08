package org.quanzu.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.BANK;
import static org.quanzu.testkit.BankEvents.NOON;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.desk.intake.Warning.PaymentTrace;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.journal.consumer.DeliveredRecord;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.PlanStep;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Text;
import org.quanzu.testkit.BankEvents;
import org.quanzu.watchlist.ExchangeRates;
import org.quanzu.watchlist.ExchangeRates.Rate;

class WarningTest {
    private static final PersonRef PERSON = PersonRef.ofId("p-1");
    private static final ExchangeRates RATES = new ExchangeRates(
            "CNY", Map.of("JPY", List.of(new Rate(new BigDecimal("0.05"), Instant.parse("2026-01-01T00:00:00Z")))));

    private static final Level RED = new Level("RED", 4, new Text("Urgent", "紧急"), "red", 72);

    private record Content(Event event) implements DeliveredRecord.Content {
        @Override
        public byte[] bytes() {
            return new byte[0];
        }
    }

    private static Event paid(String amount, String currency) {
        return new TransactionEvent(
                new Header("t-1", BANK, PERSON, NOON),
                Direction.OUT,
                new BigDecimal(amount),
                currency,
                Counterparty.UNKNOWN,
                null,
                null,
                Status.ATTEMPTED,
                null,
                null,
                Session.UNKNOWN);
    }

    private static Warning.Trace trace(Event event, String... notes) {
        DeliveredRecord record = new DeliveredRecord(
                1, DeliveredRecord.Kind.EVENT, "p-1", NOON.toInstant(), null, false, new Content(event));
        return Warning.of(record, assessment(NOON, NOON, List.of(notes)), RED, RATES)
                .trace();
    }

    /** Of an event at {@code occurredAt}, when the latest known of the person is at {@code present}. */
    private static Assessment assessment(OffsetDateTime occurredAt, OffsetDateTime present, List<String> notes) {
        return new Assessment(
                "a-1",
                "p-1",
                "t-1",
                occurredAt,
                "RED",
                "loan",
                80,
                Map.of(),
                null,
                true,
                Decision.HOLD,
                null,
                BigDecimal.ZERO,
                List.of(new PlanStep("CALL_PERSON", "VOICE", "DESK", present.plusMinutes(5), "loan")),
                List.of(),
                List.of(),
                "v1",
                present.plusHours(RED.validHours()),
                false,
                List.of(),
                List.of(),
                false,
                notes);
    }

    @ParameterizedTest
    @CsvSource({"60, false", "61, true"})
    void isLateWhereTheEventArrivedMoreThanAnHourAfterIt(int minutes, boolean late) {
        assertThat(received(paid("100", "CNY"), NOON.plusMinutes(minutes)).late())
                .isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"90, false", "150, false", "151, true"})
    void countsTheAgeOfACallFromItsEnd(int minutes, boolean late) {
        Event call = BankEvents.call("c-1", PERSON, "c-1", CallEvent.State.ENDED, 90 * 60, NOON);

        assertThat(received(call, NOON.plusMinutes(minutes)).late()).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "-180, 0, 0", "-180, -170, 0", "600, 0, 0", "-1, 0, 2"})
    void isDueAsLongAfterItArrivedAsThePlanAllows(int occurred, int latest, int received) {
        OffsetDateTime occurredAt = NOON.plusMinutes(occurred);
        OffsetDateTime receivedAt = NOON.plusMinutes(received);
        Event event = BankEvents.payment("t-1", PERSON, "100", "acc-1", occurredAt);
        DeliveredRecord record = new DeliveredRecord(
                1, DeliveredRecord.Kind.EVENT, "p-1", receivedAt.toInstant(), null, false, new Content(event));

        Warning warning = Warning.of(record, assessment(occurredAt, NOON.plusMinutes(latest), List.of()), RED, RATES);

        assertThat(warning.dueAt()).isEqualTo(receivedAt.plusMinutes(5).toInstant());
    }

    private static Warning received(Event event, OffsetDateTime at) {
        DeliveredRecord record = new DeliveredRecord(
                1, DeliveredRecord.Kind.EVENT, "p-1", at.toInstant(), null, false, new Content(event));
        return Warning.of(record, assessment(NOON, NOON, List.of()), RED, RATES);
    }

    @Test
    void countsTheTimeAllowedFromWhenAnEventIsBelievedToHaveHappened() {
        DeliveredRecord record = new DeliveredRecord(
                1, DeliveredRecord.Kind.EVENT, "p-1", NOON.toInstant(), null, false, new Content(paid("10", "CNY")));

        Warning warning = Warning.of(record, assessment(NOON.plusHours(12), NOON, List.of("clockAhead")), RED, RATES);

        assertThat(warning.eventAt()).isEqualTo(NOON.toInstant());
        assertThat(warning.dueAt()).isEqualTo(NOON.plusMinutes(5).toInstant());
    }

    @Test
    void countsWhatIsNewlyPaidInTheHomeCurrency() {
        assertThat(trace(paid("170000", "JPY")).paid()).isEqualByComparingTo("8500");
        assertThat(trace(paid("170000", "CNY")).paid()).isEqualByComparingTo("170000");
    }

    @Test
    void addsMoneyWithoutAnExchangeRateToNothing() {
        Warning.Trace trace = trace(paid("30000000", "VND"), "currencyWithoutRate");

        assertThat(trace.paid()).isZero();
        assertThat(trace.payment()).isEqualTo(PaymentTrace.ATTEMPTED);
    }

    @Test
    void takesAProbableDoubleForNoNewPayment() {
        Warning.Trace trace = trace(paid("8600", "CNY"), "probableDouble");

        assertThat(trace.paid()).isZero();
        assertThat(trace.payment()).isEqualTo(PaymentTrace.NONE);
    }

    @Test
    void letsAnAttemptUndoNothing() {
        assertThat(trace(status(Status.ATTEMPTED)).payment()).isEqualTo(PaymentTrace.NONE);
        assertThat(trace(status(Status.FAILED)).payment()).isEqualTo(PaymentTrace.SETTLED);
    }

    private static Event status(Status status) {
        return new TransactionStatusEvent(new Header("s-1", BANK, PERSON, NOON), "t-1", status);
    }
}

package org.quanzu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Surroundings;
import org.quanzu.fact.Transaction;
import org.quanzu.testkit.Events;
import org.quanzu.watchlist.Watchlists;

class PaymentStatusTest {
    private static final Event ATTEMPT = Events.payment("t-1", NOON, "8600", "ACC-1");

    @Test
    void letsNoOlderStatusUndoANewerOne() {
        assertThat(status(ATTEMPT, status(NOON.plusMinutes(9), Status.FAILED), status(NOON.plusMinutes(1), Status.COMPLETED)))
                .isEqualTo("FAILED");
    }

    @Test
    void takesTheMoreFinalOfTwoStatusesAtTheSameTime() {
        assertThat(status(ATTEMPT, status(NOON, Status.RETURNED), status(NOON, Status.COMPLETED)))
                .isEqualTo("RETURNED");
        assertThat(status(ATTEMPT, status(NOON, Status.COMPLETED), status(NOON, Status.RETURNED)))
                .isEqualTo("RETURNED");
    }

    @Test
    void takesAnAttemptForTheFirstOfAllStatuses() {
        assertThat(status(
                        ATTEMPT,
                        status(NOON.minusSeconds(2), Status.COMPLETED),
                        status(NOON.plusMinutes(3), Status.ATTEMPTED)))
                .isEqualTo("COMPLETED");
    }

    @Test
    void letsNoStatusFromBeforeUndoWhatThePaymentWasToldWith() {
        Event completed = Events.payment(Events.header("t-1", NOON), Direction.OUT, "8600", "ACC-1", Status.COMPLETED);

        assertThat(status(completed, status(NOON.minusMinutes(1), Status.FAILED))).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 10, 40})
    void takesAStatusHoweverLateItComes(int days) {
        Update update = last(
                ATTEMPT,
                status(NOON.plusMinutes(1), Status.COMPLETED),
                Events.payment("t-2", NOON.plusDays(days).plusHours(1), "10", "b"),
                status(NOON.plusMinutes(30), Status.RETURNED));

        assertThat(update.tooLate()).isFalse();
        assertThat(update.fact()).isInstanceOfSatisfying(Transaction.class, payment -> assertThat(payment.isReturned())
                .isTrue());
    }

    @Test
    void takesAStatusOfAPaymentThatIsNoMoreRecentAndChangesNothingElse() {
        Update update = last(
                ATTEMPT,
                Events.payment("t-2", NOON.plusDays(61), "10", "b"),
                status(NOON.plusDays(10), Status.RETURNED));

        assertThat(update.tooLate()).isFalse();
        assertThat(update.fact()).isNull();
        assertThat(update.after().facts()).hasSize(1);
    }

    private static TransactionStatusEvent status(OffsetDateTime at, Status status) {
        return new TransactionStatusEvent(Events.header("s-" + at + status, at), "t-1", status);
    }

    private static String status(Event... events) {
        return last(events).after().facts().stream()
                .filter(fact -> fact.eventId().equals("t-1"))
                .map(fact -> ((Transaction) fact).getStatus())
                .findFirst()
                .orElseThrow();
    }

    private static Update last(Event... events) {
        Profile profile = Profile.empty("p-1");
        Update update = null;
        for (Event event : List.of(events)) {
            update = Update.of(profile, event, Surroundings.UNKNOWN, Watchlists.EMPTY);
            profile = update.after();
        }
        return java.util.Objects.requireNonNull(update);
    }
}

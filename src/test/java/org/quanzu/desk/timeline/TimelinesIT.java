package org.quanzu.desk.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.BANK;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.call;
import static org.quanzu.testkit.BankEvents.payment;
import static org.quanzu.testkit.BankEvents.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.event.CallEvent;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.Direction;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.rules.RuleSets;
import org.quanzu.testkit.TestNode;
import org.quanzu.testkit.TestSeal;

class TimelinesIT {
    private static final PersonRef PERSON = PersonRef.ofId("p-1");
    private final TestNode node = new TestNode();
    private final Timelines timelines =
            new JdbcTimelines(new JdbcRecorded(node.database, TestSeal.SEAL), node.part(RuleSets.class));

    @AfterEach
    void stop() {
        node.close();
    }

    private Timeline timeline() {
        return timelines.of("p-1", TestNode.START.minus(Duration.ofDays(30)), 100);
    }

    @Test
    void showsWhatHappenedInOrderWithTheEvidenceMarked() {
        node.answer(payment("t-2", PERSON, "5000", "6222021234567890", NOON.plusMinutes(9)));
        node.answer(payment("t-1", PERSON, "20", "acc-1", NOON));

        Timeline timeline = timeline();

        assertThat(timeline.moments()).extracting(Moment::eventId).containsExactly("t-1", "t-2");
        assertThat(timeline.moments()).extracting(Moment::evidence).containsExactly(false, true);
        assertThat(timeline.moments()).extracting(Moment::other).containsExactly("a****-1", "622****7890");
        assertThat(Objects.requireNonNull(timeline.latest()).reasons())
                .extracting(Latest.Reason::zh)
                .containsExactly("大额付款");
    }

    @Test
    void saysOfWhatArrivedMoreThanAnHourLateHowLate() {
        OffsetDateTime now = OffsetDateTime.ofInstant(node.clock.instant(), NOON.getOffset());
        node.answer(payment("t-1", PERSON, "20", "acc-1", now.minusMinutes(190)));
        node.answer(call("c-1", PERSON, "call-1", State.ENDED, 90 * 60, now.minusMinutes(95)));
        node.answer(payment("t-2", PERSON, "20", "acc-1", now.minusMinutes(60)));

        assertThat(timeline().moments()).extracting(Moment::delay).containsExactly(Duration.ofMinutes(190), null, null);
    }

    @Test
    void showsACallOnceWhateverItsStates() {
        node.answer(call("c-1", PERSON, "call-1", State.ACTIVE, null, NOON));
        node.answer(call("c-2", PERSON, "call-1", State.ENDED, 300, NOON));

        assertThat(timeline().moments()).extracting(Moment::seconds).containsExactly(300);
    }

    @Test
    void tellsTwoCallsOfOneIdApart() {
        node.answer(call("c-1", PERSON, "7", State.ENDED, 60, NOON.minusDays(1)));
        node.answer(call("c-2", PERSON, "7", State.ENDED, 420, NOON));
        node.answer(callOf("c-3", Direction.OUT, "+44 20 7946 0000", NOON.plusMinutes(1)));
        node.answer(callOf("c-4", Direction.IN, "13800138000", NOON.plusMinutes(2)));

        assertThat(timeline().moments())
                .extracting(Moment::eventId, Moment::seconds)
                .extracting(Object::toString)
                .containsExactly("(\"c-1\", 60)", "(\"c-2\", 420)", "(\"c-3\", null)", "(\"c-4\", null)");
    }

    private static CallEvent callOf(String id, Direction direction, String number, OffsetDateTime at) {
        return new CallEvent(new Header(id, BANK, PERSON, at), "7", direction, number, true, null, State.ACTIVE);
    }

    @Test
    void showsACallAsOverThatEndedBeforeALateStateOfIt() {
        node.answer(call("c-2", PERSON, "call-1", State.ENDED, null, NOON.plusMinutes(5)));
        node.answer(call("c-1", PERSON, "call-1", State.ACTIVE, null, NOON));

        assertThat(timeline().moments())
                .singleElement()
                .returns(300, Moment::seconds)
                .returns(false, Moment::isTalking)
                .returns(NOON, Moment::at);
    }

    @Test
    void tellsWhatBecameOfAPaymentWhateverTheOrderOfArrival() {
        node.answer(payment("t-1", PERSON, "5000", "acc-1", NOON));
        node.answer(status("s-1", PERSON, "t-1", Status.RETURNED, NOON.plusMinutes(2)));
        node.answer(status("s-2", PERSON, "t-1", Status.FAILED, NOON.plusMinutes(1)));
        node.answer(payment("t-2", PERSON, "600", "acc-2", NOON.plusMinutes(3)));
        node.answer(new TransactionStatusEvent(
                new Header("s-3", BANK, PERSON, NOON.plusMinutes(4)), "t-2", Status.RETURNED, BigDecimal.TEN));
        node.answer(payment("t-3", PERSON, "600", "acc-2", NOON.plusMinutes(3)));

        List<Moment> moments = timeline().moments();

        assertThat(moments)
                .extracting(Moment::detail)
                .containsExactly("TRANSFER RETURNED", "TRANSFER COMPLETED", "TRANSFER COMPLETED");
        assertThat(moments).extracting(it -> money(it).probableDouble()).containsExactly(false, false, true);
        assertThat(moments)
                .extracting(it -> Objects.toString(money(it).returned()))
                .containsExactly("null", "Amount[value=10.00, currency=CNY, atHome=10.00, home=CNY]", "null");
    }

    private static Moment.Money money(Moment moment) {
        return Objects.requireNonNull(moment.money());
    }

    @Test
    void knowsNothingOfAStranger() {
        assertThat(timelines.of("p-9", TestNode.START, 10)).isEqualTo(new Timeline(List.of(), null));
    }
}

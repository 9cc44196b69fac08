package org.quanzu.desk.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.BANK;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.message;
import static org.quanzu.testkit.BankEvents.payment;
import static org.quanzu.testkit.BankEvents.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.rules.RuleSets;
import org.quanzu.testkit.TestNode;
import org.quanzu.testkit.TestSeal;

class PaymentsIT {
    private static final PersonRef PERSON = PersonRef.ofId("p-1");
    private final TestNode node = new TestNode();
    private final Payments payments =
            new JdbcPayments(new JdbcRecorded(node.database, TestSeal.SEAL), node.part(RuleSets.class));

    @AfterEach
    void stop() {
        node.close();
    }

    private List<Payment> outgoing(String personId) {
        return payments.outgoing(personId, TestNode.START.minus(Duration.ofDays(30)));
    }

    private static TransactionEvent paid(String id, Direction direction, Counterparty payee) {
        return new TransactionEvent(
                new Header(id, BANK, PERSON, NOON),
                direction,
                new BigDecimal("5000"),
                "CNY",
                payee,
                null,
                null,
                Status.ATTEMPTED,
                null,
                null,
                Session.UNKNOWN);
    }

    @Test
    void knowsThePayeeAsTheBankToldIt() {
        node.answer(paid(
                "t-1", Direction.OUT, new Counterparty("6222 0201", Counterparty.Kind.PERSONAL, "ICBC", "Zhang San")));

        assertThat(outgoing("p-1"))
                .singleElement()
                .returns(BANK + "|t-1", Payment::id)
                .returns("6222 0201", Payment::account)
                .returns("ICBC", Payment::bank)
                .returns("Zhang San", Payment::name)
                .returns(NOON.toInstant(), Payment::at)
                .returns(true, Payment::evidence)
                .satisfies(it -> assertThat(it.amount()).isEqualByComparingTo("5000"))
                .satisfies(it -> assertThat(it.toString()).doesNotContain("6222", "Zhang"));
    }

    @Test
    void marksTheEvidenceOfAnyWarningNotOnlyOfTheLatest() {
        node.answer(payment("t-1", PERSON, "5000", "acc-1", NOON.minusHours(30)));
        node.answer(payment("t-2", PERSON, "6000", "acc-2", NOON));
        node.answer(payment("t-3", PERSON, "20", "acc-3", NOON.plusMinutes(5)));

        assertThat(outgoing("p-1"))
                .extracting(Payment::id, Payment::evidence)
                .extracting(Object::toString)
                .containsExactly("(\"bank-1|t-3\", false)", "(\"bank-1|t-2\", true)", "(\"bank-1|t-1\", true)");
    }

    @Test
    void findsAPaymentBehindManyEventsOfOtherKinds() {
        node.answer(payment("t-1", PERSON, "5000", "acc-1", NOON));
        var later = IntStream.range(0, 210)
                .mapToObj(i -> node.take(message("m-" + i, PERSON, "1069", NOON.plusSeconds(1 + i))))
                .toList();
        later.forEach(TestNode::json);

        assertThat(outgoing("p-1")).singleElement().returns(BANK + "|t-1", Payment::id);
        assertThat(outgoing("p-1")).singleElement().returns(true, Payment::evidence);
    }

    @Test
    void leavesOutWhatCameBackAndWhatCannotBeStopped() {
        node.answer(payment("t-1", PERSON, "5000", "acc-1", NOON));
        node.answer(status("s-1", PERSON, "t-1", Status.RETURNED, NOON.plusMinutes(1)));
        node.answer(payment("t-2", PERSON, "5000", "acc-2", NOON));
        node.answer(status("s-2", PERSON, "t-2", Status.COMPLETED, NOON.plusMinutes(1)));
        node.answer(paid("t-3", Direction.IN, Counterparty.UNKNOWN));
        node.answer(paid("t-4", Direction.OUT, new Counterparty(null, Counterparty.Kind.CASH, null, null)));

        assertThat(outgoing("p-1")).extracting(Payment::id).containsExactly("bank-1|t-2");
    }

    private static TransactionStatusEvent partReturned(String id, String amount, int minute) {
        return new TransactionStatusEvent(
                new Header(id, BANK, PERSON, NOON.plusMinutes(minute)), "t-1", Status.RETURNED, new BigDecimal(amount));
    }

    @Test
    void showsWhatIsLeftOfAPaymentOfWhichPartsCameBack() {
        node.answer(payment("t-1", PERSON, "5000", "acc-1", NOON));
        node.answer(partReturned("s-1", "1500", 1));
        node.answer(partReturned("s-2", "500.50", 2));

        assertThat(outgoing("p-1"))
                .singleElement()
                .satisfies(it -> assertThat(it.amount()).isEqualByComparingTo("2999.50"));
    }

    @Test
    void marksTheSecondIdOfOnePaymentAsAProbableDouble() {
        node.answer(payment("t-2", PERSON, "5000", "acc-1", NOON));
        node.answer(payment("t-1", PERSON, "5000", "acc-1", NOON));
        node.answer(payment("t-3", PERSON, "5000", "acc-1", NOON.plusSeconds(1)));

        assertThat(outgoing("p-1"))
                .extracting(Payment::id, Payment::evidence, Payment::probableDouble)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "(\"bank-1|t-1\", true, false)",
                        "(\"bank-1|t-2\", true, true)",
                        "(\"bank-1|t-3\", true, false)");
    }

    @Test
    void leavesOutAPaymentOfWhichAllPartsCameBack() {
        node.answer(payment("t-1", PERSON, "5000", "acc-1", NOON));
        node.answer(partReturned("s-1", "3000", 1));
        node.answer(partReturned("s-2", "3000", 2));

        assertThat(outgoing("p-1")).isEmpty();
    }

    @Test
    void takesTheLatestStatusWhateverTheOrderOfArrival() {
        node.answer(payment("t-1", PERSON, "5000", "acc-1", NOON));
        node.answer(status("s-1", PERSON, "t-1", Status.RETURNED, NOON.plusMinutes(2)));
        node.answer(status("s-2", PERSON, "t-1", Status.ATTEMPTED, NOON.plusMinutes(3)));
        node.answer(payment("t-2", PERSON, "6000", "acc-2", NOON));
        node.answer(status("s-3", PERSON, "t-2", Status.FAILED, NOON.minusMinutes(1)));
        node.answer(payment("t-3", PERSON, "7000", "acc-3", NOON));
        node.answer(status("s-5", PERSON, "t-3", Status.RETURNED, NOON.plusMinutes(2)));
        node.answer(status("s-6", PERSON, "t-3", Status.COMPLETED, NOON.plusMinutes(2)));

        assertThat(outgoing("p-1")).extracting(Payment::id).containsExactly("bank-1|t-2");
    }

    @Test
    void keepsPersonsApart() {
        node.answer(payment("t-1", PERSON, "5000", "acc-1", NOON));

        assertThat(outgoing("p-2")).isEmpty();
        assertThat(payments.outgoing("p-1", TestNode.START.plusSeconds(1))).isEmpty();
    }
}

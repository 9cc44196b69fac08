package org.quanzu.outreach.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.audit.AuditTrail;
import org.quanzu.audit.Entry;
import org.quanzu.desk.Hold;
import org.quanzu.desk.LeaseEnded;
import org.quanzu.desk.StaleCase;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.work.Because;
import org.quanzu.desk.work.Finding;
import org.quanzu.desk.work.Report;
import org.quanzu.outreach.Delivery;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.OrderNode;
import org.quanzu.outreach.Outbox;
import org.quanzu.outreach.Payee;
import org.quanzu.outreach.StopLimitReached;
import org.quanzu.outreach.cases.CaseOrders.Decision;
import org.quanzu.outreach.cases.CaseOrders.Wish;
import org.quanzu.testkit.AuditEntries;

class CaseOrdersIT {
    private static final Payee PAYEE = new Payee("Zhang San", "ICBC", "6222021234567890");
    private final OrderNode node = new OrderNode();
    private final CaseOrders orders = node.part(CaseOrders.class);
    private final Outbox outbox = node.part(Outbox.class);

    @AfterEach
    void close() {
        node.close();
    }

    private Hold taken() {
        return node.desk.take(node.desk.open.open(1, "RED"), "wang");
    }

    private static Wish visit(UUID id) {
        return new Wish(
                id,
                subject -> new Order.Visit(
                        subject.caseId(), subject.personId(), "STATION", Duration.ofMinutes(30), "See the person"));
    }

    private Wish stop(UUID id) {
        return new Wish(
                id,
                subject -> new Order.StopPayment(
                        subject.caseId(), subject.personId(), PAYEE, BigDecimal.TEN, node.desk.clock.instant()));
    }

    private Delivery only() {
        List<Delivery> all = outbox.ofCase("c-1");
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void putsAnOrderWithItsLineAndItsAuditEntry() {
        UUID id = UUID.randomUUID();

        int put = orders.put(taken(), List.of(visit(id)));

        assertThat(put).isEqualTo(1);
        assertThat(only())
                .returns(id, Delivery::id)
                .returns("p-1", Delivery::personId)
                .returns("wang", Delivery::putBy);
        assertThat(node.desk.history("c-1")).containsExactly("ORDERED", "TAKEN");
        assertThat(AuditEntries.about(node.part(AuditTrail.class), "order:" + id))
                .extracting(Entry::who, Entry::what)
                .containsExactly(tuple("wang", "outreach.put"));
    }

    @Test
    void putsOneOrderForADoubleClick() throws Exception {
        Hold hold = taken();
        UUID id = UUID.randomUUID();
        List<Callable<Integer>> clicks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clicks.add(() -> orders.put(hold, List.of(stop(id), visit(second(id)))));
        }

        var pool = Executors.newFixedThreadPool(6);
        int put = 0;
        for (Future<Integer> done : pool.invokeAll(clicks)) {
            put += done.get();
        }
        pool.shutdown();

        assertThat(put).isEqualTo(2);
        assertThat(outbox.ofCase("c-1")).hasSize(2);
        assertThat(outbox.stopsLeft(PAYEE.account())).isEqualTo(1);
        assertThat(node.desk.history("c-1")).containsExactly("ORDERED", "ORDERED", "TAKEN");
    }

    private static UUID second(UUID first) {
        return UUID.nameUUIDFromBytes(first.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void putsNothingUnderALeaseThatEnded() {
        Hold hold = taken();
        node.desk.clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(() -> orders.put(hold, List.of(visit(UUID.randomUUID()))))
                .isInstanceOf(LeaseEnded.class);

        assertThat(outbox.ofCase("c-1")).isEmpty();
        assertThat(node.desk.history("c-1")).doesNotContain("ORDERED");
    }

    @Test
    void putsAllThatIsWantedOrNothing() {
        Hold hold = taken();
        orders.put(hold, List.of(stop(UUID.randomUUID()), stop(UUID.randomUUID())));

        assertThatThrownBy(() -> orders.put(hold, List.of(visit(UUID.randomUUID()), stop(UUID.randomUUID()))))
                .isInstanceOf(StopLimitReached.class);

        assertThat(outbox.ofCase("c-1")).hasSize(2).extracting(Delivery::kind).containsOnly(Order.Kind.STOP_PAYMENT);
        assertThat(node.desk.history("c-1")).containsExactly("ORDERED", "ORDERED", "TAKEN");
    }

    @Test
    void countsAnOrderAsAChangeOthersHaveToSee() {
        Hold hold = taken();
        int seen = node.desk.find("c-1").version();
        node.desk.desk().lowerLevel("c-1", seen, "YELLOW", new Because("chen", "spoke to the bank"));
        orders.put(hold, List.of(visit(UUID.randomUUID())));
        Report report = new Report(Contact.REACHED_PHONE, Finding.SCAM_STOPPED_BEFORE_LOSS, Report.Facts.NONE, null);

        assertThatThrownBy(() -> node.desk.desk().conclude(hold, seen, report)).isInstanceOf(StaleCase.class);
    }

    @Test
    void recordsWhatAPersonDecidesUnderAHold() {
        Hold hold = taken();
        UUID id = UUID.randomUUID();
        orders.put(hold, List.of(stop(id)));
        node.set(id, State.UNCERTAIN);

        orders.decide(hold, id, Decision.NOT_CARRIED_OUT, new Because("wang", "the bank never had it"));

        assertThat(only().state()).isEqualTo(State.DEAD);
        assertThat(outbox.stopsLeft(PAYEE.account())).isEqualTo(2);
        assertThat(node.desk.history("c-1")).containsExactly("ORDER_DECIDED", "ORDERED", "TAKEN");
        assertThatThrownBy(() -> orders.decide(hold, id, Decision.CARRIED_OUT, new Because("wang", "or did it")))
                .hasMessageContaining("Maybe");
        orders.decide(hold, id, Decision.SEND_AGAIN, new Because("wang", "they ask for it"));
        assertThat(only().state()).isEqualTo(State.PENDING);
        assertThat(outbox.stopsLeft(PAYEE.account())).isEqualTo(1);
    }

    @Test
    void decidesNothingAboutOrdersOfOtherCases() {
        Hold hold = taken();
        Hold other = node.desk.take(node.desk.open.open(2, "RED"), "li");
        UUID id = UUID.randomUUID();
        orders.put(hold, List.of(visit(id)));
        node.set(id, State.DEAD);

        assertThatThrownBy(() -> orders.decide(other, id, Decision.SEND_AGAIN, new Because("li", "mine")))
                .hasMessageContaining("no order");
        assertThat(only().state()).isEqualTo(State.DEAD);
    }

    @Test
    void letsASupervisorDecideWithoutAHold() {
        UUID id = UUID.randomUUID();
        orders.put(taken(), List.of(visit(id)));
        node.set(id, State.DEAD);

        orders.decide(id, Decision.SEND_AGAIN, new Because("chen", "address corrected"));

        assertThat(only().state()).isEqualTo(State.PENDING);
        assertThat(node.desk.history("c-1")).containsExactly("ORDER_DECIDED", "ORDERED", "TAKEN");
    }

    @Test
    void decidesOnAMessageWithoutACase() {
        UUID id = UUID.randomUUID();
        outbox.put(id, new Order.Message("c-9", "p-9", "BLUE", "SMS", "general", null), "quanzu");
        node.set(id, State.DEAD);

        orders.decide(id, Decision.SEND_AGAIN, new Because("chen", "the gateway is back"));

        assertThat(outbox.find(id)).get().returns(State.PENDING, Delivery::state);
    }
}

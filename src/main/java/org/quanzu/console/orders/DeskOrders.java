package org.quanzu.console.orders;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.AuditLog;
import org.quanzu.console.NoSuchPage;
import org.quanzu.console.Operator;
import org.quanzu.console.cases.CasePage;
import org.quanzu.console.cases.CaseReader;
import org.quanzu.console.cases.CaseView;
import org.quanzu.console.cases.Unsaved;
import org.quanzu.console.orders.OrderSheet.Put;
import org.quanzu.desk.Case;
import org.quanzu.desk.Cases;
import org.quanzu.desk.Hold;
import org.quanzu.desk.LeaseEnded;
import org.quanzu.desk.work.Because;
import org.quanzu.desk.work.InvalidReport;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.Outbox;
import org.quanzu.outreach.StopLimitReached;
import org.quanzu.outreach.cases.CaseOrders;
import org.quanzu.outreach.cases.CaseOrders.Decision;
import org.quanzu.outreach.cases.CaseOrders.Wish;
import org.springframework.stereotype.Component;

/** The orders of the desk; each deed is kept in the audit log by the outbox, in its transaction. */
@Component
class DeskOrders implements OrderView {
    private static final Set<String> MAY_PROTECT = Set.of("SUPERVISOR", "ADMIN");
    private final Cases cases;
    private final CaseOrders orders;
    private final Outbox outbox;
    private final OrderSheets sheets;
    private final OrderWishes wishes;
    private final AuditLog audit;

    DeskOrders(Cases cases, CaseOrders orders, Outbox outbox, OrderSheets sheets, OrderWishes wishes, AuditLog audit) {
        this.cases = cases;
        this.orders = orders;
        this.outbox = outbox;
        this.sheets = sheets;
        this.wishes = wishes;
        this.audit = audit;
    }

    @Override
    public OrderSheet of(CasePage page, CaseReader reader) {
        return sheets.of(find(page.standing().caseId()), page, reader);
    }

    private Case find(String caseId) {
        return cases.find(caseId).orElseThrow(() -> new NoSuchPage("case of this id"));
    }

    @Override
    public void put(CaseView.Hold hold, Deed deed, OrderForm form) {
        if (deed == Deed.PROTECTIVE_TRANSFER
                && !MAY_PROTECT.contains(hold.operator().role())) {
            throw Unsaved.invalid("order.not-yours");
        }
        saved(() -> {
            List<Wish> wanted = wishes.of(deed, form, sheets.payments(find(hold.caseId())));
            orders.put(new Hold(hold.caseId(), hold.lease()), wanted);
        });
    }

    @Override
    public void decide(CaseView.Hold hold, Verdict verdict) {
        saved(() -> orders.decide(
                new Hold(hold.caseId(), hold.lease()),
                verdict.order(),
                decision(verdict),
                because(verdict, hold.operator())));
    }

    @Override
    public void decide(Operator supervisor, Verdict verdict) {
        saved(() -> orders.decide(verdict.order(), decision(verdict), because(verdict, supervisor)));
    }

    private static Decision decision(Verdict verdict) {
        return Decision.valueOf(verdict.decision());
    }

    private static Because because(Verdict verdict, Operator operator) {
        return new Because(operator.name(), OrderForm.given(verdict.reason(), "case.reason-missing"));
    }

    private static void saved(Runnable deed) {
        try {
            deed.run();
        } catch (LeaseEnded e) {
            throw Unsaved.leaseEnded(e.holder());
        } catch (StopLimitReached e) {
            throw Unsaved.invalid("order.stops-used");
        } catch (IllegalStateException e) {
            throw Unsaved.invalid("order.decided");
        } catch (InvalidReport | IllegalArgumentException e) {
            throw Unsaved.invalid("order.impossible");
        }
    }

    @Override
    public List<Put> in(List<String> states, OrderFilter filter, int limit) {
        Set<State> wanted = EnumSet.noneOf(State.class);
        states.forEach(state -> wanted.add(State.valueOf(state)));
        Order.@Nullable Kind kind = filter.kind() == null ? null : Order.Kind.valueOf(filter.kind());
        return outbox.in(wanted, kind, limit).stream().map(OrderWords::put).toList();
    }
}

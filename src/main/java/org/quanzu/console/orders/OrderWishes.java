package org.quanzu.console.orders;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Times;
import org.quanzu.console.cases.OutcomeForm;
import org.quanzu.console.cases.Unsaved;
import org.quanzu.console.orders.OrderView.Deed;
import org.quanzu.desk.timeline.Payment;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.Payee;
import org.quanzu.outreach.cases.CaseOrders.Wish;
import org.springframework.stereotype.Component;

/** Makes orders of what was typed and of what the journal knows of payments; throws {@link Unsaved} for what cannot be. */
@Component
class OrderWishes {
    private static final int MOST_HOURS = 24;
    private static final int MOST_MINUTES = 1_440;
    private final Times times;
    private final Clock clock;

    OrderWishes(Times times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    List<Wish> of(Deed deed, OrderForm form, List<Payment> payments) {
        return switch (deed) {
            case STOP_PAYMENT -> List.of(stop(form, chosen(form, payments)));
            case FREEZE -> List.of(freeze(form, chosen(form, payments)));
            case THREE_PARTY_CALL -> List.of(call(form));
            case VISIT -> List.of(visit(form));
            case MESSAGE -> List.of(message(form, form.id()));
            case PROTECTIVE_TRANSFER -> List.of(transfer(form));
            case BOTH -> List.of(visit(form), message(form, second(form.id())));
        };
    }

    /** The id of the second order of one form. */
    private static UUID second(UUID first) {
        return UUID.nameUUIDFromBytes(("message:" + first).getBytes(StandardCharsets.UTF_8));
    }

    private static Payment chosen(OrderForm form, List<Payment> payments) {
        return payments.stream()
                .filter(payment -> payment.id().equals(form.payment()))
                .findFirst()
                .orElseThrow(() -> Unsaved.invalid("order.payment-missing"));
    }

    /** What the payment says counts; what was typed only completes it. */
    private static Payee payee(OrderForm form, Payment payment) {
        return new Payee(
                known(payment.name(), form.payeeName()),
                known(payment.bank(), form.payeeBank()),
                known(payment.account(), form.payeeAccount()));
    }

    private static String known(@Nullable String known, @Nullable String typed) {
        return known == null || known.isBlank() ? OrderForm.given(typed, "order.payee-missing") : known;
    }

    private static Wish stop(OrderForm form, Payment payment) {
        Payee payee = payee(form, payment);
        return new Wish(
                form.id(),
                subject -> new Order.StopPayment(
                        subject.caseId(),
                        subject.personId(),
                        payee,
                        payment.amount(),
                        payment.money().isForeign() ? payment.money().currency() : null,
                        payment.at()));
    }

    private Wish freeze(OrderForm form, Payment payment) {
        Payee payee = payee(form, payment);
        String basis = OrderForm.given(form.basis(), "order.basis-missing");
        Instant until = day(form.until());
        return new Wish(
                form.id(), subject -> new Order.Freeze(subject.caseId(), subject.personId(), payee, basis, until));
    }

    private Instant day(@Nullable String typed) {
        try {
            return times.endOf(LocalDate.parse(OrderForm.given(typed, "order.until-wrong")));
        } catch (DateTimeParseException e) {
            throw Unsaved.invalid("order.until-wrong");
        }
    }

    private static Wish call(OrderForm form) {
        String report = OrderForm.given(form.report(), "order.report-missing");
        return new Wish(form.id(), subject -> new Order.ThreePartyCall(subject.caseId(), subject.personId(), report));
    }

    private static Wish visit(OrderForm form) {
        String unit = OrderForm.given(form.unit(), "order.unit-missing");
        if (!OrderSheets.UNITS.contains(unit)) {
            throw Unsaved.invalid("order.unit-missing");
        }
        Duration within = Duration.ofMinutes(OrderForm.number(form.minutes(), MOST_MINUTES, "order.minutes-wrong"));
        String task = OrderForm.given(form.task(), "order.task-missing");
        return new Wish(
                form.id(), subject -> new Order.Visit(subject.caseId(), subject.personId(), unit, within, task));
    }

    private static Wish message(OrderForm form, UUID id) {
        String template = OrderForm.given(form.template(), "order.template-missing");
        String channel = OrderForm.given(form.by(), "order.channel-missing");
        String language = form.spoken() == null || form.spoken().isBlank() ? null : form.spoken();
        return new Wish(
                id,
                subject -> new Order.Message(
                        subject.caseId(), subject.personId(), subject.level(), channel, template, language));
    }

    private Wish transfer(OrderForm form) {
        Payee payee = new Payee(
                OrderForm.given(form.payeeName(), "order.payee-missing"),
                OrderForm.given(form.payeeBank(), "order.payee-missing"),
                OrderForm.given(form.payeeAccount(), "order.payee-missing"));
        BigDecimal amount = OutcomeForm.amount(OrderForm.given(form.amount(), "order.amount-missing"));
        String purpose = OrderForm.given(form.purpose(), "order.purpose-missing");
        int hours = OrderForm.number(form.hours(), MOST_HOURS, "order.hours-wrong");
        Instant until = clock.instant().plus(Duration.ofHours(hours));
        if (amount == null) {
            throw Unsaved.invalid("order.amount-missing");
        }
        return new Wish(
                form.id(),
                subject -> new Order.ProtectiveTransfer(
                        subject.caseId(), subject.personId(), payee, amount, purpose, until));
    }
}

package org.quanzu.console.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Rulebook;
import org.quanzu.console.cases.AmountWords;
import org.quanzu.console.cases.CasePage;
import org.quanzu.console.cases.CaseReader;
import org.quanzu.console.orders.OrderSheet.Exempt;
import org.quanzu.console.orders.OrderSheet.Offer;
import org.quanzu.console.orders.OrderSheet.Payable;
import org.quanzu.console.orders.OrderSheet.Reads;
import org.quanzu.console.orders.OrderSheet.Rest;
import org.quanzu.console.orders.OrderSheet.Template;
import org.quanzu.console.orders.OrderSheet.Visit;
import org.quanzu.desk.Case;
import org.quanzu.desk.timeline.Latest;
import org.quanzu.desk.timeline.Masked;
import org.quanzu.desk.timeline.Payment;
import org.quanzu.desk.timeline.Payments;
import org.quanzu.desk.timeline.Timelines;
import org.quanzu.desk.work.Desk;
import org.quanzu.outreach.Addressees;
import org.quanzu.outreach.Delivery;
import org.quanzu.outreach.MessageTexts;
import org.quanzu.outreach.Outbox;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what the orders of a case's page show. */
@Component
class OrderSheets {
    static final List<String> UNITS = List.of("STATION", "COMMUNITY", "DESK");
    private static final Duration LOOK_BACK = Duration.ofDays(30);
    private static final int MOST_EVENTS = 200;
    private static final Visit OTHERWISE = new Visit("STATION", 60, "");

    private final Outbox outbox;
    private final Sources sources;
    private final TellingsSoFar tellings;
    private final Rulebook rulebook;
    private final MessageSource messages;
    private final Clock clock;

    /** Where the facts come from. */
    @Component
    record Sources(Desk desk, Timelines timelines, Payments payments, MessageTexts texts, Addressees addressees) {}

    OrderSheets(
            Outbox outbox,
            Sources sources,
            TellingsSoFar tellings,
            Rulebook rulebook,
            MessageSource messages,
            Clock clock) {
        this.outbox = outbox;
        this.sources = sources;
        this.tellings = tellings;
        this.rulebook = rulebook;
        this.messages = messages;
        this.clock = clock;
    }

    OrderSheet of(Case subject, CasePage page, CaseReader reader) {
        List<Delivery> orders = outbox.ofCase(subject.caseId());
        boolean holding = page.holder() != null && page.holder().lease() != null;
        return new OrderSheet(
                orders.stream().map(OrderWords::put).toList(),
                outbox.exceptions(subject.personId()).stream()
                        .map(it -> new Exempt(it.lapses(), OrderWords.fields(it.body())))
                        .toList(),
                tellings.of(page, orders),
                holding ? offer(subject, new PlanSteps(page, orders), reader) : null);
    }

    /**
     * What the person paid, as evidence first of all: of the rest nothing is known that would justify a stop. Probable doubles
     * come last, so that nobody orders by one of them unasked.
     */
    List<Payment> payments(Case subject) {
        return sources
                .payments()
                .outgoing(subject.personId(), subject.openedAt().minus(LOOK_BACK))
                .stream()
                .filter(Payment::evidence)
                .sorted(Comparator.comparing(Payment::probableDouble))
                .toList();
    }

    private Offer offer(Case subject, PlanSteps steps, CaseReader reader) {
        @Nullable Latest latest = sources.timelines()
                .of(subject.personId(), subject.openedAt().minus(LOOK_BACK), MOST_EVENTS)
                .latest();
        Optional<Latest.Step> message = step(latest, "SEND_MESSAGE");
        String script = message.map(Latest.Step::script).orElse(subject.family());
        Addressees.Addressee to = sources.addressees().of(subject.personId(), clock.instant());
        return new Offer(
                steps.of(latest),
                payments(subject).stream().map(this::payable).toList(),
                visit(subject, latest, reader),
                sources.texts().templates().stream()
                        .map(name -> new Template(name, sources.texts().text(name)))
                        .toList(),
                sources.texts().fitting(script).orElse(""),
                message.map(Latest.Step::channel).orElse("SMS"),
                new Reads(to.who().name(), Masked.of(to.phone()), to.language()),
                sources.desk()
                        .restraint(subject)
                        .map(it -> new Rest(it.reason().name(), it.until()))
                        .orElse(null),
                sources.desk().advice(subject).parallel() && !steps.isVisitedSinceTheLastTry());
    }

    private static Optional<Latest.Step> step(@Nullable Latest latest, String action) {
        return latest == null
                ? Optional.empty()
                : latest.plan().stream()
                        .filter(step -> step.action().equals(action))
                        .findFirst();
    }

    private Payable payable(Payment payment) {
        @Nullable String account = payment.account();
        return new Payable(
                payment.id(),
                payment.at(),
                AmountWords.brief(payment.money()),
                payment.probableDouble(),
                Masked.of(account),
                payment.bank(),
                Masked.of(payment.name()),
                account == null ? null : outbox.stopsLeft(account));
    }

    /** Until the plan's deadline; an hour when that is over. */
    private Visit visit(Case subject, @Nullable Latest latest, CaseReader reader) {
        Visit planned = step(latest, "VISIT_PERSON").map(this::planned).orElse(OTHERWISE);
        Object[] about = {
            rulebook.level(subject.level(), reader.language()), rulebook.family(subject.family(), reader.language())
        };
        String task = messages.getMessage("order.task", about, reader.language().locale());
        return new Visit(planned.unit(), planned.minutes(), task);
    }

    private Visit planned(Latest.Step step) {
        Instant now = clock.instant();
        long minutes = Duration.between(now, step.dueAt().toInstant()).toMinutes();
        return new Visit(
                UNITS.contains(step.unit()) ? step.unit() : OTHERWISE.unit(),
                minutes < 1 ? OTHERWISE.minutes() : (int) Math.min(minutes, 1_440),
                "");
    }
}

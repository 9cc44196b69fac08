package org.quanzu.console.orders;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.cases.CasePage;
import org.quanzu.console.orders.OrderSheet.Step;
import org.quanzu.desk.timeline.Latest;
import org.quanzu.outreach.Delivery;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.outreach.Order;

/** The steps of the plan, and which of them were done in this episode. */
final class PlanSteps {
    private static final String BANK = "BANK";
    private final CasePage page;
    private final List<Delivery> orders;

    PlanSteps(CasePage page, List<Delivery> orders) {
        this.page = page;
        this.orders = orders.stream()
                .filter(order -> !order.putAt().isBefore(page.standing().openedAt())
                        && order.state() != State.DEAD
                        && order.state() != State.LAPSED
                        && order.state() != State.WITHHELD)
                .toList();
    }

    List<Step> of(@Nullable Latest latest) {
        return latest == null
                ? List.of()
                : latest.plan().stream().map(this::step).toList();
    }

    /** Whether a visit was ordered after the last try to reach the person. */
    boolean isVisitedSinceTheLastTry() {
        Instant lastTry = page.attempts().stream()
                .map(CasePage.Attempt::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return orders.stream()
                .anyMatch(order ->
                        order.kind() == Order.Kind.VISIT && !order.putAt().isBefore(lastTry));
    }

    private Step step(Latest.Step step) {
        return new Step(
                step.action(),
                step.channel(),
                step.unit(),
                step.dueAt().toInstant(),
                doneAt(step.action()),
                !step.unit().equals(BANK));
    }

    private @Nullable Instant doneAt(String action) {
        return switch (action) {
            case "CALL_PERSON" -> tried("VOICE");
            case "CALL_KIN" -> tried("KIN");
            case "VISIT_PERSON" -> ordered("VISIT");
            case "STOP_PAYMENT" -> ordered("STOP_PAYMENT");
            case "SEND_MESSAGE" -> ordered("MESSAGE");
            default -> null;
        };
    }

    private @Nullable Instant tried(String channel) {
        return first(page.attempts().stream()
                .filter(attempt -> attempt.channel().equals(channel))
                .map(CasePage.Attempt::at)
                .filter(at -> !at.isBefore(page.standing().openedAt())));
    }

    private @Nullable Instant ordered(String kind) {
        return first(orders.stream()
                .filter(order -> order.kind().name().equals(kind))
                .map(Delivery::putAt));
    }

    private static @Nullable Instant first(Stream<Instant> times) {
        return times.min(Instant::compareTo).orElse(null);
    }
}

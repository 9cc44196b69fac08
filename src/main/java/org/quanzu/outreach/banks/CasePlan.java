package org.quanzu.outreach.banks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.quanzu.desk.Case;
import org.quanzu.desk.contact.Attempt;
import org.quanzu.desk.contact.Channel;
import org.quanzu.desk.timeline.Latest;
import org.quanzu.desk.timeline.Timelines;
import org.quanzu.desk.work.Works;
import org.quanzu.outreach.Delivery;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.Outbox;
import org.quanzu.outreach.banks.BankView.Step;
import org.quanzu.outreach.banks.BankView.Step.State;

/** What is to be done about a case by its latest warning, and what of it was done in this episode. */
final class CasePlan {
    private static final Duration LOOK_BACK = Duration.ofDays(60);
    private static final int MOST_EVENTS = 200;

    private final Timelines timelines;
    private final Works works;
    private final Outbox outbox;

    CasePlan(Timelines timelines, Works works, Outbox outbox) {
        this.timelines = timelines;
        this.works = works;
        this.outbox = outbox;
    }

    List<Step> of(Case subject) {
        Instant since = subject.openedAt();
        Latest latest = timelines
                .of(subject.personId(), since.minus(LOOK_BACK), MOST_EVENTS)
                .latest();
        if (latest == null) {
            return List.of();
        }
        List<Attempt> attempts = works.attempts(subject.caseId()).stream()
                .filter(attempt -> !attempt.at().isBefore(since))
                .toList();
        List<Delivery> sent = outbox.ofCase(subject.caseId()).stream()
                .filter(order ->
                        order.state() == Delivery.State.SENT && !order.putAt().isBefore(since))
                .toList();
        return latest.plan().stream()
                .map(step -> new Step(
                        step.action(),
                        isDone(step.action(), attempts.stream(), sent.stream()) ? State.DONE : State.OPEN,
                        step.dueAt().toInstant()))
                .toList();
    }

    private static boolean isDone(String action, Stream<Attempt> attempts, Stream<Delivery> sent) {
        return switch (action) {
            case "CALL_PERSON" -> attempts.anyMatch(attempt -> attempt.channel() == Channel.VOICE);
            case "CALL_KIN" -> attempts.anyMatch(attempt -> attempt.channel() == Channel.KIN);
            case "VISIT_PERSON" -> sent.anyMatch(order -> order.kind() == Order.Kind.VISIT);
            case "STOP_PAYMENT" -> sent.anyMatch(order -> order.kind() == Order.Kind.STOP_PAYMENT);
            case "SEND_MESSAGE" -> sent.anyMatch(order -> order.kind() == Order.Kind.MESSAGE);
            default -> false;
        };
    }
}

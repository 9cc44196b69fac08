package org.quanzu.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.AuditLog;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.outreach.webhook.Answer;
import org.quanzu.outreach.webhook.Backoff;
import org.quanzu.outreach.webhook.WebhookClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due, one order after the other. An order is marked as being sent before it leaves, so that a process that
 * dies meanwhile leaves a trace: whoever comes next sends it again under the same key, or asks a person.
 */
final class Sender {
    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final String NAME = "outreach";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;
    private final Messenger messenger;
    private final Post post;
    private final AuditLog audit;
    private final InstantSource clock;

    /** How orders leave the house. */
    record Post(OutreachSettings settings, WebhookClient client, Backoff backoff) {}

    Sender(
            Deliveries deliveries,
            TransactionTemplate transaction,
            Messenger messenger,
            Post post,
            AuditLog audit,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.messenger = messenger;
        this.post = post;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes up what a sender before left; only one process sends. */
    void takeOver() {
        transaction.executeWithoutResult(begun -> deliveries.takeOver(clock.instant()));
    }

    /** Deals with one order; false when none is due. */
    boolean sendNext() {
        var taken = transaction.execute(begun -> take());
        if (taken == null || taken.isEmpty()) {
            return false;
        }
        if (taken.get().state() == State.SENDING) {
            post(taken.get());
        }
        return true;
    }

    private Optional<Delivery> take() {
        var now = clock.instant();
        var due = deliveries.lockDue(now).map(found -> onTheWay(found, now));
        due.ifPresent(this::keep);
        return due;
    }

    private Delivery onTheWay(Delivery found, Instant now) {
        if (found.state() == State.SENDING && !found.kind().isRetried()) {
            return found.ended(State.UNCERTAIN, null, "the sender ended before it had an answer");
        }
        if (!found.lapses().isAfter(now)) {
            return found.ended(State.LAPSED, found.status(), found.answer());
        }
        if (found.tries() >= post.settings().tries()) {
            return found.ended(State.DEAD, found.status(), found.answer());
        }
        return found.kind() == Order.Kind.MESSAGE ? message(found, now) : ready(found, now);
    }

    private Delivery message(Delivery found, Instant now) {
        return messenger.heldBack(found, now).orElseGet(() -> ready(messenger.addressed(found, now), now));
    }

    private Delivery ready(Delivery found, Instant now) {
        return post.settings().webhooks().containsKey(found.kind())
                ? found.taken(now, now.plus(LEASE))
                : found.shown(now);
    }

    private void post(Delivery sending) {
        var webhook = post.settings().webhook(sending.kind());
        var answer = post.client().post(webhook, sending.id(), clock.instant(), sending.body());
        transaction.executeWithoutResult(begun -> deliveries
                .lock(sending.id())
                .filter(now -> now.state() == State.SENDING && now.tries() == sending.tries())
                .ifPresent(now -> keep(after(now, answer))));
    }

    private Delivery after(Delivery sent, Answer answer) {
        @Nullable Integer status = answer.status();
        var text = answer.text();
        return switch (answer.outcome()) {
            case DONE -> sent.ended(State.SENT, status, text);
            case REFUSED -> sent.ended(State.DEAD, status, text);
            case UNREACHED -> sent.kind().isRetried() ? later(sent, answer) : sent.ended(State.DEAD, status, text);
            case UNSURE -> sent.kind().isRetried() ? later(sent, answer) : sent.ended(State.UNCERTAIN, status, text);
        };
    }

    private Delivery later(Delivery sent, Answer answer) {
        return sent.tries() >= post.settings().tries()
                ? sent.ended(State.DEAD, answer.status(), answer.text())
                : sent.waiting(
                        clock.instant().plus(post.backoff().after(sent.tries())), answer.status(), answer.text());
    }

    private void keep(Delivery delivery) {
        deliveries.save(delivery);
        if (delivery.kind() == Order.Kind.MESSAGE) {
            messenger.note(delivery, clock.instant());
        }
        audit.record(NAME, "outreach.state", "order:" + delivery.id(), delivery.auditDetail(Map.of()));
        if (delivery.state() == State.DEAD || delivery.state() == State.UNCERTAIN) {
            log.warn("{} needs a person\nMaybe look at its answer on the case's page", delivery);
        }
    }
}

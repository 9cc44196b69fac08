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
    private final OutreachSettings settings;
    private final WebhookClient client;
    private final Backoff backoff;
    private final AuditLog audit;
    private final InstantSource clock;

    Sender(
            Deliveries deliveries,
            TransactionTemplate transaction,
            OutreachSettings settings,
            WebhookClient client,
            Backoff backoff,
            AuditLog audit,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.settings = settings;
        this.client = client;
        this.backoff = backoff;
        this.audit = audit;
        this.clock = clock;
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
        if (found.tries() >= settings.tries()) {
            return found.ended(State.DEAD, found.status(), found.answer());
        }
        return found.kind() == Order.Kind.MESSAGE ? message(found, now) : ready(found, now);
    }

    private Delivery message(Delivery found, Instant now) {
        var rules = settings.contactRules();
        var today = deliveries.messages(found.personId(), rules.dayBegan(now), found.id());
        var verdict = rules.judge(found.level(), now, today);
        return switch (verdict.act()) {
            case SEND -> ready(found, now);
            case WAIT -> found.waiting(verdict.at(), found.status(), found.answer());
            case WITHHOLD -> found.ended(State.WITHHELD, null, null);
        };
    }

    private Delivery ready(Delivery found, Instant now) {
        return settings.webhooks().containsKey(found.kind()) ? found.taken(now, now.plus(LEASE)) : found.shown(now);
    }

    private void post(Delivery sending) {
        var webhook = settings.webhook(sending.kind());
        var answer = client.post(webhook, sending.id(), clock.instant(), sending.body());
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
        return sent.tries() >= settings.tries()
                ? sent.ended(State.DEAD, answer.status(), answer.text())
                : sent.waiting(clock.instant().plus(backoff.after(sent.tries())), answer.status(), answer.text());
    }

    private void keep(Delivery delivery) {
        deliveries.save(delivery);
        audit.record(NAME, "outreach.state", "order:" + delivery.id(), delivery.auditDetail(Map.of()));
        if (delivery.state() == State.DEAD || delivery.state() == State.UNCERTAIN) {
            log.warn("{} needs a person\nMaybe look at its answer on the case's page", delivery);
        }
    }
}

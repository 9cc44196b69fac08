package org.quanzu.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.AuditLog;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.seal.KeyedHash;
import org.springframework.transaction.support.TransactionTemplate;

/** Where orders to others are put, looked up, and decided on by a person when a machine must not. */
public final class Outbox {
    private static final Duration LONGEST_EXCEPTION = Duration.ofHours(24);
    private static final Duration LONGEST_FREEZE = Duration.ofDays(184);
    private static final int STOPS = 2;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;
    private final OrderJson json;
    private final AuditLog audit;
    private final KeyedHash hash;
    private final InstantSource clock;

    Outbox(
            Deliveries deliveries,
            TransactionTemplate transaction,
            MessageTexts texts,
            AuditLog audit,
            KeyedHash hash,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.json = new OrderJson(texts);
        this.audit = audit;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * Puts an order with the caller's transaction: sent after its commit, gone with its rollback.
     *
     * @param by who wants it, for the audit log
     * @return the id of the order and Idempotency-Key of every try to deliver it
     * @throws StopLimitReached when the payee's account was stopped twice already; the transaction can go on
     * @throws IllegalArgumentException when the order cannot be carried out by anybody, such as an exception without end
     */
    public UUID put(Order order, String by) {
        var id = UUID.randomUUID();
        put(id, order, by);
        return id;
    }

    /** Puts an order as {@link #put(Order, String)} does, once: false when one of this id was put before. */
    public boolean put(UUID id, Order order, String by) {
        var now = clock.instant();
        var delivery = Delivery.of(id, order, json.write(id, order, now), by, now, lapses(order, now));
        var put = Objects.requireNonNull(transaction.execute(begun -> add(delivery, account(order))));
        // thrown outside, so that a caller who catches it can still commit
        if (put == Put.NO_STOP_LEFT) {
            throw new StopLimitReached(order.caseId());
        }
        return put == Put.NEW;
    }

    /** What came of putting an order. */
    private enum Put {
        NEW,
        KNOWN,
        NO_STOP_LEFT
    }

    private Put add(Delivery delivery, byte @Nullable [] account) {
        if (deliveries.find(delivery.id()).isPresent()) {
            return Put.KNOWN;
        }
        var stop = account != null && delivery.kind() == Order.Kind.STOP_PAYMENT ? freeStop(account) : null;
        if (stop != null && stop > STOPS) {
            return Put.NO_STOP_LEFT;
        }
        deliveries.add(delivery, account, stop);
        note(delivery.putBy(), "outreach.put", delivery, Map.of());
        return Put.NEW;
    }

    /** Puts a message with the caller's transaction; it is worth sending until {@code lapses}. */
    public void join(Joining message) {
        var now = clock.instant();
        var body = json.write(message.id(), message.order(), now);
        deliveries.add(
                Delivery.of(message.id(), message.order(), body, message.by(), now, message.lapses()), null, null);
    }

    /** A message that is put with something else; the audit log tells of it when it is sent. */
    public record Joining(UUID id, Order.Message order, String by, Instant lapses) {}

    public Optional<Delivery> find(UUID id) {
        return deliveries.find(id);
    }

    /** Every order of a case, the latest first. */
    public List<Delivery> ofCase(String caseId) {
        return deliveries.ofCase(caseId);
    }

    /**
     * The latest orders in one of the states, of one kind or (null) of all: DEAD and UNCERTAIN wait for a person, SHOWN is
     * what development would have sent.
     */
    public List<Delivery> in(Set<State> states, Order.@Nullable Kind kind, int limit) {
        return deliveries.in(states, kind, limit);
    }

    /** How often the account can still be stopped. */
    public int stopsLeft(String account) {
        return STOPS - deliveries.stops(hash(new Payee("-", "-", account)));
    }

    /** How many orders are in a state. */
    public int count(State state) {
        return deliveries.count(state);
    }

    /** A person sends a DEAD order again; for a stop-payment this takes a stop of the account again. */
    public void sendAgain(UUID id, String by, String reason) {
        decide(id, State.DEAD, dead -> {
            var account = deliveries.account(id);
            if (dead.kind() == Order.Kind.STOP_PAYMENT && account != null) {
                var stop = freeStop(account);
                if (stop > STOPS) {
                    throw new StopLimitReached(dead.caseId());
                }
                deliveries.useStop(id, stop);
            }
            var now = clock.instant();
            deliveries.save(dead.again(now, now.plus(dead.kind().useful())));
            note(by, "outreach.send-again", dead, Map.of("reason", reason));
        });
    }

    /** A person found out whether an UNCERTAIN order was carried out. */
    public void settle(UUID id, boolean carriedOut, String by, String reason) {
        decide(id, State.UNCERTAIN, open -> {
            var settled = open.ended(carriedOut ? State.SENT : State.DEAD, open.status(), open.answer());
            deliveries.save(settled);
            note(by, "outreach.settle", settled, Map.of("reason", reason));
        });
    }

    /** The protective transfers of a person that are in force, the first to end first. */
    public List<Delivery> exceptions(String personId) {
        return deliveries.exceptions(personId, clock.instant());
    }

    private void decide(UUID id, State from, Consumer<Delivery> decision) {
        transaction.executeWithoutResult(begun -> {
            var delivery = deliveries.lock(id).filter(found -> found.state() == from);
            decision.accept(delivery.orElseThrow(() -> new IllegalStateException(
                    "The order " + id + " is not " + from + "\nMaybe somebody else has decided on it; look again")));
        });
    }

    /** The first stop of the account that is not used; above {@link #STOPS}: none is left. */
    private Integer freeStop(byte[] account) {
        var used = deliveries.lockStops(account);
        return used.contains(1) ? used.contains(2) ? STOPS + 1 : 2 : 1;
    }

    private static Instant lapses(Order order, Instant now) {
        if (order instanceof Order.ProtectiveTransfer transfer) {
            endsWithin(LONGEST_EXCEPTION, transfer.until(), now);
            return transfer.until();
        }
        if (order instanceof Order.Freeze freeze) {
            endsWithin(LONGEST_FREEZE, freeze.until(), now);
        }
        return now.plus(order.kind().useful());
    }

    private static void endsWithin(Duration longest, Instant until, Instant now) {
        if (!until.isAfter(now) || until.isAfter(now.plus(longest))) {
            throw new IllegalArgumentException("An order until " + until + " does not end within " + longest.toHours()
                    + " hours from now\nMaybe put another one when this one has ended");
        }
    }

    private byte @Nullable [] account(Order order) {
        if (order instanceof Order.StopPayment stop) {
            return hash(stop.payee());
        }
        if (order instanceof Order.Freeze freeze) {
            return hash(freeze.payee());
        }
        return order instanceof Order.ProtectiveTransfer transfer ? hash(transfer.payee()) : null;
    }

    private byte[] hash(Payee payee) {
        return hash.of("payee", Payee.sameAs(payee.account()));
    }

    private void note(String by, String what, Delivery delivery, Map<String, String> more) {
        audit.record(by, what, "order:" + delivery.id(), delivery.auditDetail(more));
    }
}

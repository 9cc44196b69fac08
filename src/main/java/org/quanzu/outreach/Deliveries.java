package org.quanzu.outreach;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.outreach.Delivery.State;

/** All orders, sent or not; every call joins the caller's transaction. */
interface Deliveries {

    void add(Delivery delivery, byte @Nullable [] account, @Nullable Integer stop);

    /** Keeps what changed; an order that is DEAD no longer counts as a stop of its account. */
    void save(Delivery delivery);

    /** The most urgent order that is due or whose sender is taken for dead, locked; nobody else's. */
    Optional<Delivery> lockDue(Instant now);

    Optional<Delivery> lock(UUID id);

    /** Which stops of an account are used up, 1 and 2; nobody else can look until the transaction ends. */
    Set<Integer> lockStops(byte[] account);

    /** Gives an order a stop of its account. */
    void useStop(UUID id, int stop);

    byte @Nullable [] account(UUID id);

    /** How many other messages a person was sent since {@code from}. */
    int messages(String personId, Instant from, UUID but);

    Optional<Instant> exceptionUntil(String personId, byte[] account, Instant now);

    List<Delivery> ofCase(String caseId);

    List<Delivery> in(State state, int limit);
}

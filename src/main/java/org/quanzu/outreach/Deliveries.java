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

    /** Replaces what is posted. */
    void write(UUID id, String body);

    /** Whoever sent before is gone: what is being sent may be taken by the next at once. */
    void takeOver(Instant now);

    /** The most urgent order that is due or whose sender is taken for dead, locked; nobody else's. */
    Optional<Delivery> lockDue(Instant now);

    Optional<Delivery> lock(UUID id);

    Optional<Delivery> find(UUID id);

    /** Which stops of an account are used up, 1 and 2; nobody else can look until the transaction ends. */
    Set<Integer> lockStops(byte[] account);

    /** How many stops of an account are used up. */
    int stops(byte[] account);

    /** Gives an order a stop of its account. */
    void useStop(UUID id, int stop);

    byte @Nullable [] account(UUID id);

    /** Lets another message go out by itself in place of this one. */
    void giveWay(UUID id);

    /** Protective transfers of a person that have not ended. */
    List<Delivery> exceptions(String personId, Instant now);

    /** Protective transfers of all persons that have not ended. */
    List<Delivery> exceptions(Instant now);

    List<Delivery> ofCase(String caseId);

    /** The latest orders in one of the states, of one kind or (null) of all. */
    List<Delivery> in(Set<State> states, Order.@Nullable Kind kind, int limit);

    int count(State state);
}

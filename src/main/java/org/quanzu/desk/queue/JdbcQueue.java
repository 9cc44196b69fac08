package org.quanzu.desk.queue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.quanzu.desk.Case;
import org.quanzu.desk.Grip;
import org.quanzu.desk.HistoryLine.What;
import org.quanzu.desk.Hold;
import org.quanzu.desk.QueueChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue in PostgreSQL. */
final class JdbcQueue implements Queue {
    private final JdbcClient jdbc;
    private final JdbcTaking taking;
    private final Turns turns;
    private final JdbcOverflow overflow;
    private final JdbcListing listing;
    private final Grip grip;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcQueue(
            DataSource database,
            JdbcTaking taking,
            JdbcOverflow overflow,
            Grip grip,
            ApplicationEventPublisher events,
            Clock clock) {
        jdbc = JdbcClient.create(database);
        this.taking = taking;
        turns = new Turns(takers -> taking.next(takers, clock.instant()));
        this.overflow = overflow;
        listing = new JdbcListing(database, overflow);
        this.grip = grip;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Taken> takeNext(String operator, Set<String> units) {
        return announced(turns.take(new Taker(operator, units, UUID.randomUUID())));
    }

    @Override
    public Optional<Taken> take(String caseId, String operator) {
        return announced(taking.one(caseId, operator, clock.instant()));
    }

    private Optional<Taken> announced(Optional<Taken> taken) {
        taken.ifPresent(it -> events.publishEvent(new QueueChanged(Set.of(it.caseId()))));
        return taken;
    }

    @Override
    public boolean heartbeat(String caseId, UUID lease) {
        return taking.prolong(caseId, lease, clock.instant());
    }

    @Override
    public void handBack(String caseId, UUID lease, String reason) {
        grip.change(caseId, () -> {
            Grip.Held held = grip.lock(new Hold(caseId, lease));
            grip.tell(held.subject(), held.operator(), What.HANDED_BACK, reason);
            return jdbc.sql("""
                            update cases set state = 'QUEUED', taken_by = null, lease = null, leased_until = null,
                                version = version + 1 where case_id = ?""").param(caseId).update();
        });
    }

    @Override
    public boolean pin(String caseId, boolean pinned, String by) {
        return grip.change(caseId, () -> {
            Case subject = grip.lock(caseId);
            if (subject.pinned() == pinned || subject.state() == Case.State.CLOSED) {
                return false;
            }
            grip.tell(subject, by, pinned ? What.PINNED : What.UNPINNED, null);
            return jdbc.sql("update cases set pinned = ?, version = version + 1 where case_id = ?")
                            .param(pinned)
                            .param(caseId)
                            .update()
                    == 1;
        });
    }

    @Override
    public List<Waiting> list(Filter filter, int limit) {
        return listing.list(filter, limit, clock.instant());
    }

    @Override
    public Counts counts() {
        return listing.counts(clock.instant());
    }

    @Override
    public List<Overflow> overflow() {
        return overflow.counted();
    }
}

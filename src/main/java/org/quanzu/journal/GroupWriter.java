package org.quanzu.journal;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.EventKey;
import org.quanzu.journal.NotDurable.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes pending writes as groups, on the journal's thread. A group is written whole or not at all; what was scored after a
 * write that failed fails with it.
 */
final class GroupWriter {
    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final int START_BITS = 32;

    private final JdbcLog log;
    private final Partitions partitions;
    private final InstantSource clock;
    private final Semaphore room;
    private final Runnable announce;
    private final DistributionSummary groupSize;
    private final AtomicLong seq = new AtomicLong();
    private volatile LocalDate day = LocalDate.MIN;
    private volatile long epoch;
    private volatile @Nullable NotDurable broken;

    /** {@code room} gets one permit back for each write settled; {@code announce} runs when consumers get something new. */
    GroupWriter(
            JdbcLog log,
            Partitions partitions,
            InstantSource clock,
            MeterRegistry meters,
            Semaphore room,
            Runnable announce) {
        this.log = log;
        this.partitions = partitions;
        this.clock = clock;
        this.room = room;
        this.announce = announce;
        groupSize = DistributionSummary.builder("quanzu.journal.group")
                .description("events written in one commit")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    void start() {
        partitions.prepare(today());
        seq.set(log.nextStart() << START_BITS);
    }

    /** The day of what is written now; it never goes back, so that later records are never of earlier days. */
    private LocalDate today() {
        LocalDate now = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        if (now.isAfter(day)) {
            day = now;
        }
        return day;
    }

    LocalDate day() {
        return day;
    }

    long nextSeq() {
        return seq.incrementAndGet();
    }

    long epoch() {
        return epoch;
    }

    /** Why nothing can be written now, or null. */
    @Nullable NotDurable broken() {
        return broken;
    }

    /** Writes the group or fails what of it cannot be written. */
    void settle(List<PendingWrite> group) {
        try {
            writeFounded(group);
        } catch (Refusal e) {
            breakOff(group, NotDurable.because(e));
        } catch (RuntimeException | Error e) {
            LOG.error("The journal failed", e);
            breakOff(group, NotDurable.because(e));
        }
    }

    private void breakOff(List<PendingWrite> group, NotDurable why) {
        broken = why;
        LOG.error("A group of {} events could not be written: {}", group.size(), why.getMessage());
        group.stream().filter(PendingWrite::isPending).forEach(write -> fail(write, why));
        log.abandon();
    }

    private void writeFounded(List<PendingWrite> group) {
        List<PendingWrite> founded = new ArrayList<>(group.size());
        for (PendingWrite write : group) {
            PendingWrite before = write.basedOn();
            NotDurable why = before == null ? null : before.failure();
            if (why == null) {
                founded.add(write);
            } else {
                fail(write, why);
            }
        }
        write(founded);
    }

    private void write(List<PendingWrite> group) {
        if (group.isEmpty()) {
            return;
        }
        LocalDate today = today();
        partitions.prepare(today);
        group.forEach(write -> write.take(nextSeq()));
        try {
            log.write(group, today);
        } catch (Refusal e) {
            afterRefusal(group, e);
            return;
        }
        groupSize.record(group.size());
        group.forEach(this::succeed);
        if (group.stream().anyMatch(write -> write.record().warns())) {
            announce.run();
        }
    }

    private void afterRefusal(List<PendingWrite> group, Refusal refusal) {
        if (refusal.isKnownKey()) {
            writeUnknown(group, refusal);
        } else if (!refusal.isAboutContent()) {
            throw refusal;
        } else if (group.size() > 1) {
            for (PendingWrite write : group) {
                writeFounded(List.of(write));
            }
        } else {
            LOG.error("An event was refused by the database: {}", refusal.getMessage());
            fail(group.get(0), NotDurable.because(refusal));
        }
    }

    /** Writes what is new and not scored after something that is not; only then are the rest failed as superseded. */
    private void writeUnknown(List<PendingWrite> group, Refusal refusal) {
        Set<EventKey> seen = new HashSet<>(log.existing(group));
        Set<PendingWrite> superseded = Collections.newSetFromMap(new IdentityHashMap<>());
        List<PendingWrite> repeated = new ArrayList<>();
        List<PendingWrite> sound = new ArrayList<>();
        for (PendingWrite write : group) {
            if (!seen.add(write.key()) || write.basedOn() != null && superseded.contains(write.basedOn())) {
                superseded.add(write);
                repeated.add(write);
            } else {
                sound.add(write);
            }
        }
        if (repeated.isEmpty()) {
            throw refusal;
        }
        write(sound);
        repeated.forEach(write -> fail(write, NotDurable.superseded()));
    }

    private void succeed(PendingWrite write) {
        room.release();
        write.succeed();
    }

    void fail(PendingWrite write, NotDurable why) {
        room.release();
        write.fail(why);
    }

    /** Whether the database works again; all that was remembered of it is then void. */
    boolean isMended() {
        try {
            log.check();
            epoch++;
            broken = null;
            LOG.info("The journal writes again");
            return true;
        } catch (RuntimeException | Error e) {
            log.abandon();
            return false;
        }
    }

    void close() {
        log.close();
    }
}

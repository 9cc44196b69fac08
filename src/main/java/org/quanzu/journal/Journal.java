package org.quanzu.journal;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.EventKey;
import org.quanzu.journal.NotDurable.Refusal;
import org.quanzu.supervision.Heartbeat;
import org.quanzu.supervision.Supervised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes lines durable in the order they are appended. One thread takes all that is queued and commits it as a group; while
 * it does, the next group gathers. A group is written whole or not at all.
 */
public final class Journal implements AutoCloseable, Supervised {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int GROUP = 512;
    private static final int ROOM = 8_192;
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int RETRY_MILLIS = 250;
    private static final int NAP_MILLIS = 100;
    private static final int START_BITS = 32;

    private final JdbcLog log;
    private final Partitions partitions;
    private final InstantSource clock;
    private final DistributionSummary groupSize;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final WriteBatcher arrivals = new WriteBatcher(queue, GROUP);
    private final Semaphore room = new Semaphore(ROOM);
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final AtomicLong seq = new AtomicLong();
    private final Heartbeat heartbeat = new Heartbeat("journal", Duration.ofMinutes(1));
    private final Thread writer = new Thread(this::run, "journal");
    private volatile LocalDate day = LocalDate.MIN;
    private volatile boolean closed;
    private volatile long epoch;
    private volatile @Nullable NotDurable broken;

    Journal(JdbcLog log, Partitions partitions, InstantSource clock, MeterRegistry meters) {
        this.log = log;
        this.partitions = partitions;
        this.clock = clock;
        groupSize = DistributionSummary.builder("quanzu.journal.group")
                .description("events written in one commit")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        meters.gauge("quanzu.journal.waiting", queue, BlockingQueue::size);
    }

    /** Begins to write. */
    void start() {
        partitions.prepare(today());
        seq.set(log.nextStart() << START_BITS);
        heartbeat.start();
        writer.start();
    }

    /** The day of what is written now; it never goes back, so that later records are never of earlier days. */
    private LocalDate today() {
        LocalDate now = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        if (now.isAfter(day)) {
            day = now;
        }
        return day;
    }

    /** No record that this process makes durable from now on is of an earlier day. */
    public LocalDate day() {
        return day;
    }

    /** Waits a little for room for one more line, to be appended or given back; throws {@link NotDurable} without. */
    public void admit() {
        NotDurable why = broken;
        if (why != null) {
            throw why;
        }
        try {
            if (closed || !room.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw NotDurable.full();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotDurable.because(e);
        }
    }

    /** The same without waiting: whether there was room. */
    public boolean tryAdmit() {
        return broken == null && !closed && room.tryAcquire();
    }

    /** Gives back the room of a line that was not appended after all. */
    public void giveBack() {
        room.release();
    }

    /** Queues an admitted line; lines of one person are appended one at a time. Never waits. */
    public Entry append(Line line, @Nullable Entry basedOn) {
        Entry entry = new Entry(line, basedOn);
        queue.add(entry);
        if (closed && !writer.isAlive()) {
            refuseQueued();
        }
        return entry;
    }

    /** A number after those of all lines that are durable, before those of all lines not yet appended. */
    public long nextSeq() {
        return seq.incrementAndGet();
    }

    /** Changes whenever it is unsure what the database has; what was remembered of it before must be read again. */
    public long epoch() {
        return epoch;
    }

    private void run() {
        List<Entry> group = new ArrayList<>(GROUP);
        while (!closed || !queue.isEmpty()) {
            heartbeat.beat(() -> turn(group));
            group.clear();
        }
        heartbeat.stop();
        log.close();
    }

    private void turn(List<Entry> group) {
        try {
            arrivals.take(group, NAP_MILLIS);
            settle(group);
        } catch (InterruptedException e) {
            LOG.debug("The journal was woken to close");
        }
        mend();
    }

    @Override
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    private void settle(List<Entry> group) {
        try {
            writeFounded(group);
        } catch (Refusal e) {
            breakOff(group, NotDurable.because(e));
        } catch (RuntimeException | Error e) {
            LOG.error("The journal failed", e);
            breakOff(group, NotDurable.because(e));
        }
    }

    private void breakOff(List<Entry> group, NotDurable why) {
        broken = why;
        LOG.error("A group of {} events could not be written: {}", group.size(), why.getMessage());
        group.stream().filter(Entry::isPending).forEach(entry -> fail(entry, why));
        log.abandon();
    }

    private void writeFounded(List<Entry> group) {
        List<Entry> founded = new ArrayList<>(group.size());
        for (Entry entry : group) {
            Entry before = entry.basedOn();
            NotDurable why = before == null ? null : before.failure();
            if (why == null) {
                founded.add(entry);
            } else {
                fail(entry, why);
            }
        }
        write(founded);
    }

    private void write(List<Entry> group) {
        if (group.isEmpty()) {
            return;
        }
        LocalDate today = today();
        partitions.prepare(today);
        group.forEach(entry -> entry.take(nextSeq()));
        try {
            log.write(group, today);
        } catch (Refusal e) {
            afterRefusal(group, e);
            return;
        }
        groupSize.record(group.size());
        group.forEach(this::succeed);
        if (group.stream().anyMatch(entry -> entry.line().warns())) {
            announce();
        }
    }

    /** Has {@code follower} called whenever there is something new for consumers; it must not wait or fail. */
    public void whenDurable(Runnable follower) {
        followers.add(follower);
    }

    /** Calls the followers: something that consumers want to know of is durable. */
    public void announce() {
        followers.forEach(Runnable::run);
    }

    private void afterRefusal(List<Entry> group, Refusal refusal) {
        if (refusal.isKnownKey()) {
            untangle(group, refusal);
        } else if (!refusal.isAboutContent()) {
            throw refusal;
        } else if (group.size() > 1) {
            for (Entry entry : group) {
                writeFounded(List.of(entry));
            }
        } else {
            LOG.error("An event was refused by the database: {}", refusal.getMessage());
            fail(group.get(0), NotDurable.because(refusal));
        }
    }

    /** Writes what is new and not scored after something that is not; only then is the rest told. */
    private void untangle(List<Entry> group, Refusal refusal) {
        Set<EventKey> seen = new HashSet<>(log.existing(group));
        Set<Entry> superseded = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Entry> told = new ArrayList<>();
        List<Entry> sound = new ArrayList<>();
        for (Entry entry : group) {
            if (!seen.add(entry.key()) || entry.basedOn() != null && superseded.contains(entry.basedOn())) {
                superseded.add(entry);
                told.add(entry);
            } else {
                sound.add(entry);
            }
        }
        if (told.isEmpty()) {
            throw refusal;
        }
        write(sound);
        told.forEach(entry -> fail(entry, NotDurable.superseded()));
    }

    private void succeed(Entry entry) {
        room.release();
        entry.succeed();
    }

    private void fail(Entry entry, NotDurable why) {
        room.release();
        entry.fail(why);
    }

    /** Once the database works again, all that was remembered of it is void and lines are admitted again. */
    private void mend() {
        while (broken != null && queue.isEmpty() && !closed) {
            try {
                log.check();
                epoch++;
                broken = null;
                LOG.info("The journal writes again");
            } catch (RuntimeException | Error e) {
                log.abandon();
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            LOG.debug("The journal was woken to close");
        }
    }

    /** Writes what is queued and ends. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        refuseQueued();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuseQueued() {
        for (Entry left = queue.poll(); left != null; left = queue.poll()) {
            fail(left, NotDurable.because(new IllegalStateException("it is closed")));
        }
    }
}

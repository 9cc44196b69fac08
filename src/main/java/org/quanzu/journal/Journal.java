package org.quanzu.journal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quanzu.supervision.Heartbeat;
import org.quanzu.supervision.Supervised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes records durable in the order they are appended. One thread takes all that is queued and commits it as a group; while
 * it does, the next group gathers. A group is written whole or not at all.
 */
public final class Journal implements AutoCloseable, Supervised {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int GROUP = 512;
    private static final int ROOM = 8_192;
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int RETRY_MILLIS = 250;
    private static final int NAP_MILLIS = 100;

    private final BlockingQueue<PendingWrite> queue = new LinkedBlockingQueue<>();
    private final WriteBatcher batcher = new WriteBatcher(queue, GROUP);
    private final Semaphore room = new Semaphore(ROOM);
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final GroupWriter groups;
    private final Heartbeat heartbeat = new Heartbeat("journal", Duration.ofMinutes(1));
    private final Thread writer = new Thread(this::run, "journal");
    private volatile boolean closed;

    Journal(JdbcLog log, Partitions partitions, InstantSource clock, MeterRegistry meters) {
        groups = new GroupWriter(log, partitions, clock, meters, room, this::announce);
        meters.gauge("quanzu.journal.waiting", queue, BlockingQueue::size);
    }

    /** Begins to write. */
    void start() {
        groups.start();
        heartbeat.start();
        writer.start();
    }

    /** No record that this process makes durable from now on is of an earlier day. */
    public LocalDate day() {
        return groups.day();
    }

    /** Waits a little for room for one more record, to be appended or given back; throws {@link NotDurable} without. */
    public void admit() {
        NotDurable why = groups.broken();
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
        return groups.broken() == null && !closed && room.tryAcquire();
    }

    /** Gives back the room of a record that was not appended after all. */
    public void giveBack() {
        room.release();
    }

    /** Queues an admitted record; records of one person are appended one at a time. Never waits. */
    public PendingWrite append(JournalRecord record, @Nullable PendingWrite basedOn) {
        PendingWrite write = new PendingWrite(record, basedOn);
        queue.add(write);
        if (closed && !writer.isAlive()) {
            refuseQueued();
        }
        return write;
    }

    /** A number after those of all records that are durable, before those of all records not yet appended. */
    public long nextSeq() {
        return groups.nextSeq();
    }

    /** Changes whenever it is unsure what the database has; what was remembered of it before must be read again. */
    public long epoch() {
        return groups.epoch();
    }

    private void run() {
        List<PendingWrite> group = new ArrayList<>(GROUP);
        while (!closed || !queue.isEmpty()) {
            heartbeat.beat(() -> turn(group));
            group.clear();
        }
        heartbeat.stop();
        groups.close();
    }

    private void turn(List<PendingWrite> group) {
        try {
            batcher.take(group, NAP_MILLIS);
            groups.settle(group);
        } catch (InterruptedException e) {
            LOG.debug("The journal was woken to close");
        }
        mend();
    }

    @Override
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Has {@code follower} called whenever there is something new for consumers; it must not wait or fail. */
    public void whenDurable(Runnable follower) {
        followers.add(follower);
    }

    /** Calls the followers: something that consumers want to know of is durable. */
    public void announce() {
        followers.forEach(Runnable::run);
    }

    /** Once the database works again, all that was remembered of it is void and records are admitted again. */
    private void mend() {
        while (groups.broken() != null && queue.isEmpty() && !closed) {
            if (!groups.isMended()) {
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
        for (PendingWrite left = queue.poll(); left != null; left = queue.poll()) {
            groups.fail(left, NotDurable.because(new IllegalStateException("it is closed")));
        }
    }
}

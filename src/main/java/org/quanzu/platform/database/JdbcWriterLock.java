package org.quanzu.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.quanzu.platform.StartFailure;
import org.quanzu.supervision.Heartbeat;
import org.quanzu.supervision.Supervised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An advisory lock held on a connection of its own. When the connection breaks the lock is gone: {@link #held()} turns false
 * at once, and true again only if the lock is regained and nobody else has been the writer since.
 */
final class JdbcWriterLock implements WriterLock, Supervised, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(JdbcWriterLock.class);
    private static final long KEY = 0x7175616e7a75L;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LISTEN_MILLIS = 1_000;
    private static final int ANSWER_SECONDS = 2;
    private static final int END_MILLIS = 10_000;
    /** The name under which the database sees the pool of a writer. */
    static final String POOL = "quanzu writer pool";

    private final DatabaseAddress address;
    private final Runnable revive;
    private final Runnable takenOver;
    private volatile @Nullable Connection connection;
    private volatile boolean closed;
    /** The number of this process among the writers; 0 as long as the tables are not made. */
    private volatile long epoch;

    private final Heartbeat heartbeat = new Heartbeat("writer-lock", Duration.ofMinutes(2));

    /**
     * Takes the lock or fails with a {@link StartFailure}. {@code revive} is run before the database is reached again,
     * {@code takenOver} once another process has become the writer.
     */
    JdbcWriterLock(DatabaseAddress address, Runnable revive, Runnable takenOver) {
        this(address, () -> false, revive, takenOver);
    }

    /** As the other; waits for a server that does not answer yet while {@code alive}. */
    JdbcWriterLock(DatabaseAddress address, BooleanSupplier alive, Runnable revive, Runnable takenOver) {
        this.address = address;
        this.revive = revive;
        this.takenOver = takenOver;
        try (var notice = WaitNotice.of("the database " + address.shown() + " to answer")) {
            this.connection = acquireWhile(alive);
            takeOver();
        } catch (SQLException e) {
            throw SqlFailure.of(address, e);
        }
    }

    private Connection acquireWhile(BooleanSupplier alive) throws SQLException {
        while (true) {
            try {
                return acquire();
            } catch (SQLException e) {
                if (!SqlFailure.isStarting(e) && !alive.getAsBoolean()) {
                    throw e;
                }
                log.debug("The database does not answer yet", e);
                pause(500);
            }
        }
    }

    @Override
    public boolean held() {
        return connection != null && !closed;
    }

    /** Marks this process as the latest writer and watches the connection; the tables exist by now. */
    void watch() {
        var held = connection;
        if (held == null) {
            return;
        }
        try {
            if (epoch == 0 && knowsWriters(held)) {
                count(held);
            }
        } catch (SQLException e) {
            throw SqlFailure.of(address, e);
        }
        var thread = new Thread(this::watchUntilClosed, "writer-lock");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Makes this process the only one that can commit: from now on {@link #refuseFormerWriter} refuses new connections of
     * earlier writers, and those they have, perhaps without knowing that they lost the lock, are ended.
     */
    private void takeOver() throws SQLException {
        var held = Objects.requireNonNull(connection);
        if (!knowsWriters(held)) {
            return; // a first start, or a restore: there were no writers
        }
        count(held);
        var ended = number(
                held,
                "select count(pg_terminate_backend(pid, " + END_MILLIS + ")) from pg_stat_activity"
                        + " where datname = current_database() and application_name = '" + POOL + "'");
        if (ended > 0) {
            log.warn("{} connections of an earlier writer were ended", ended);
        }
    }

    private static boolean knowsWriters(Connection held) throws SQLException {
        return number(held, "select count(to_regclass('writer'))") == 1;
    }

    private void count(Connection held) throws SQLException {
        epoch = number(held, "update writer set epoch = epoch + 1 returning epoch");
    }

    /** Throws when another process has become the writer since this one did. */
    void refuseFormerWriter(Connection fresh) throws SQLException {
        if (epoch != 0 && number(fresh, "select epoch from writer") != epoch) {
            throw new SQLException(
                    "Another process has become the writer of this database\nMaybe this one lost its connection for a while");
        }
    }

    @Override
    public void close() {
        closed = true;
        drop();
    }

    private Connection acquire() throws SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var candidate = tryAcquire();
            if (candidate != null) {
                return candidate;
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure(
                        "Another Quanzu already writes to the database " + address.shown(),
                        "stop that process, or choose another database with --spring.datasource.url=URL");
            }
            pause(200);
        }
    }

    private @Nullable Connection tryAcquire() throws SQLException {
        var candidate = address.connect();
        try {
            if (number(candidate, "select case when pg_try_advisory_lock(" + KEY + ") then 1 else 0 end") == 1) {
                return candidate;
            }
        } catch (SQLException e) {
            candidate.close();
            throw e;
        }
        candidate.close();
        return null;
    }

    private void watchUntilClosed() {
        heartbeat.start();
        while (!closed) {
            if (!heartbeat.beat(this::watchOnce)) {
                pause(500);
            }
        }
        heartbeat.stop();
    }

    private void watchOnce() {
        var held = connection;
        if (held == null) {
            pause(500);
            regain();
        } else if (!alive(held) && !closed) {
            log.error("The connection that holds the writer lock is lost; nothing is accepted until it is back");
            drop();
        }
    }

    @Override
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Listens, so that a broken connection is noticed the moment it breaks. */
    private static boolean alive(Connection held) {
        try {
            held.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
            return held.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private void regain() {
        try {
            revive.run();
            var candidate = tryAcquire();
            if (candidate == null || closed) {
                return;
            }
            if (number(candidate, "select epoch from writer") == epoch) {
                connection = candidate;
                log.info("The writer lock is held again");
            } else {
                closed = true;
                candidate.close();
                log.error("Another process has written to the database {} meanwhile; this one ends", address);
                takenOver.run();
            }
        } catch (SQLException | RuntimeException e) {
            log.debug("The writer lock is not regained yet", e);
        }
    }

    private void drop() {
        var held = connection;
        connection = null;
        if (held != null) {
            try {
                held.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("The connection of the writer lock did not close", e);
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.quanzu.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.quanzu.platform.DataFolder;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.platform.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL this process runs on its data folder. Who holds the folder's lock starts the server and stops it; a server
 * left over from a killed process is taken over. A process that is not the writer uses the server of the one that is.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AS_LONG_AS_IT_LIVES = 86_400; // seconds; pg_ctl ends at once with the server
    private final DataFolder data;
    private final QuanzuSettings.Database settings;
    private final PostgresFolder folder;
    private final CompletableFuture<DatabaseAddress> address = new CompletableFuture<>();
    private @Nullable PostgresPrograms programs;
    private @Nullable FileLock lock;
    private volatile boolean closed;

    EmbeddedDatabase(DataFolder data, QuanzuSettings.Database settings) {
        this.data = data;
        this.settings = settings;
        this.folder = new PostgresFolder(data);
    }

    /** Starts the server beside the caller. */
    EmbeddedDatabase startInBackground() {
        var thread = new Thread(this::start, "database-start");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Where the server is, once it runs. */
    DatabaseAddress address() {
        try {
            return address.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartFailure failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Starts the server again, at the same address, should it have ended by itself. */
    synchronized void revive() {
        try {
            if (lock != null && !closed && Postmaster.of(folder.path()).isEmpty()) {
                log.warn("The database has ended; starting it again");
                launch(Integer.parseInt(address().url().replaceFirst(".*:(\\d+)/.*", "$1")));
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        address.handle((ignored, failure) -> null).join();
        stop();
    }

    private synchronized void stop() {
        closed = true;
        try (var held = lock) {
            if (held != null && programs != null && Postmaster.of(folder.path()).isPresent()) {
                programs.run("pg_ctl", "stop", "--pgdata=" + folder.path(), "--mode=fast", "--timeout=60");
            }
        } catch (IOException e) {
            log.warn("The database in {} did not stop: {}", folder.path(), e.getMessage());
        }
    }

    private void start() {
        try {
            address.complete(reach());
        } catch (IOException e) {
            address.completeExceptionally(failed(e));
        } catch (RuntimeException | Error e) {
            address.completeExceptionally(e);
        }
    }

    private synchronized DatabaseAddress reach() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            lock = data.lock("postgres.lock").orElse(null);
            if (lock != null) {
                return own();
            }
            var running = settings.writer() ? Optional.<Postmaster>empty() : Postmaster.of(folder.path());
            if (running.isPresent() && answers(at(running.get().port()))) {
                return at(running.get().port());
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure(
                        "The data folder " + data.root() + " is in use by another Quanzu",
                        "stop that process, or choose another folder with --quanzu.data=DIR");
            }
            pause();
        }
    }

    private DatabaseAddress own() throws IOException {
        var parent = settings.programs() == null ? data.root() : settings.programs();
        programs = PostgresPrograms.unpackedIn(parent.toAbsolutePath(), settings.version());
        try (var notice = WaitNotice.of("a new database to be made in " + folder.path())) {
            folder.create(programs);
        }
        var leftOver = Postmaster.of(folder.path());
        if (leftOver.isPresent()) {
            var found = at(leftOver.get().port());
            if (answers(found)
                    && (settings.port() == 0
                            || settings.port() == leftOver.get().port())) {
                log.info("Taking over the database left running by an earlier process");
                return found;
            }
            programs.run("pg_ctl", "stop", "--pgdata=" + folder.path(), "--mode=fast", "--timeout=60");
        }
        return launch(settings.port() == 0 ? freePort() : settings.port());
    }

    /** Whether the server of this folder lives, ready or not. */
    boolean isAlive() {
        try {
            return Postmaster.of(folder.path()).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private DatabaseAddress launch(int port) throws IOException {
        Postmaster.forgetStranger(folder.path());
        folder.configure(port, settings.sharedBuffersMegabytes());
        if (programs != null) {
            try (var notice = WaitNotice.of("the database to start; its log is " + folder.log())) {
                programs.run(
                        "pg_ctl",
                        "start",
                        "--wait",
                        "--pgdata=" + folder.path(),
                        "--log=" + folder.log(),
                        "--timeout=" + AS_LONG_AS_IT_LIVES);
            }
        }
        return at(port);
    }

    private DatabaseAddress at(int port) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", PostgresFolder.USER, folder.password());
    }

    private static boolean answers(DatabaseAddress address) {
        try (var connection = address.connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private StartFailure failed(IOException e) {
        return new StartFailure(
                "The embedded database in " + folder.path() + " cannot start: " + e.getMessage(),
                "see " + data.path("postgres.log") + ", or run as an ordinary user who owns the folder",
                e);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The start was interrupted", e);
        }
    }
}

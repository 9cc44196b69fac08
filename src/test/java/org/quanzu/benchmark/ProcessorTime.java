package org.quanzu.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The processor time a server and its embedded database have used so far: it stays comparable while other work runs on the
 * machine, as the clock's time does not.
 */
final class ProcessorTime {
    private final ProcessHandle server;
    private final ProcessHandle database;

    /** Of the server with this id and of the database below its data folder. */
    ProcessorTime(long pid, Path data) {
        server = ProcessHandle.of(pid).orElseThrow();
        database = ProcessHandle.of(databaseOf(data)).orElseThrow();
    }

    private static long databaseOf(Path data) {
        try (Stream<Path> files = Files.walk(data, 3)) {
            Path told = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(Files.readAllLines(told).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the server, in microseconds. */
    double serverMicros() {
        return micros(server);
    }

    /** Of the database and all its processes, in microseconds. */
    double databaseMicros() {
        return micros(database)
                + database.descendants().mapToDouble(ProcessorTime::micros).sum();
    }

    private static double micros(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e3;
    }
}

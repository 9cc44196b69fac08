package org.quanzu.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The running server of a database folder, as its {@code postmaster.pid} tells. */
record Postmaster(ProcessHandle process, int port) {
    private static final int PORT_LINE = 3;

    /** The server that runs on this folder, or empty. */
    static Optional<Postmaster> of(Path folder) throws IOException {
        var file = file(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        var port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(Postmaster::isPostgres)
                .map(process -> new Postmaster(process, port));
    }

    /**
     * Removes the trace of a server that ended without cleaning up, when its process id now belongs to some other program;
     * PostgreSQL would refuse to start. Happens in containers, where process ids repeat.
     */
    static void forgetStranger(Path folder) throws IOException {
        var file = file(folder);
        if (Files.exists(file)) {
            var first =
                    Files.readAllLines(file).stream().findFirst().orElse("0").strip();
            if (ProcessHandle.of(Long.parseLong(first))
                    .filter(process -> !isPostgres(process))
                    .isPresent()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command ->
                                Path.of(command).getFileName().toString().startsWith("postgres"))
                        .orElse(true);
    }

    private static Path file(Path folder) {
        return folder.resolve("postmaster.pid");
    }
}

package org.quanzu.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.quanzu.platform.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The files of the embedded database: made once, with a password of their own; settings are written at each start. */
final class PostgresFolder {
    static final String USER = "quanzu";
    private static final Logger log = LoggerFactory.getLogger(PostgresFolder.class);
    private static final long LOG_BYTES = 10_000_000;
    private final DataFolder data;

    PostgresFolder(DataFolder data) {
        this.data = data;
    }

    Path path() {
        return data.path("postgres");
    }

    String password() {
        return data.secret("postgres.password", PostgresFolder::randomPassword);
    }

    /** The server's own log; the previous one is kept once it is large. */
    Path log() throws IOException {
        var file = data.path("postgres.log");
        if (Files.exists(file) && Files.size(file) > LOG_BYTES) {
            Files.move(file, data.path("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** Makes the folder unless it is there; an interrupted attempt leaves nothing behind that looks like a database. */
    void create(PostgresPrograms programs) throws IOException {
        if (Files.exists(path().resolve("PG_VERSION"))) {
            return;
        }
        log.info("Creating the database in {}", path());
        var unfinished = data.path("postgres.new");
        FileSystemUtils.deleteRecursively(unfinished);
        password();
        programs.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + data.path("postgres.password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        Files.move(unfinished, path());
    }

    /** Loopback and password only; a commit is on disk before it is answered. */
    void configure(int port, int sharedBuffersMegabytes) throws IOException {
        Files.writeString(path().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(
                path().resolve("postgresql.conf"), String.format(Locale.ROOT, """
                # Written by Quanzu at each start; settings of your own go to postgresql.local.conf
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 50
                shared_buffers = %dMB
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_level = minimal
                max_wal_senders = 0
                wal_compression = on
                max_wal_size = 1GB
                min_wal_size = 256MB
                checkpoint_timeout = 10min
                io_method = sync
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_min_messages = warning
                log_checkpoints = off
                cluster_name = 'quanzu'
                include_if_exists = 'postgresql.local.conf'
                """, port, sharedBuffersMegabytes));
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

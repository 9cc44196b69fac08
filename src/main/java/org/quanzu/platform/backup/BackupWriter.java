package org.quanzu.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.quanzu.platform.StartFailure;
import org.quanzu.platform.backup.Manifest.Table;
import tools.jackson.databind.json.JsonMapper;

/** Writes every table as of one moment into one file, while the server goes on writing. */
final class BackupWriter {
    private final DataSource database;
    private final String product;
    private final @Nullable String identityKey;

    /** {@code identityKey} is its fingerprint. */
    BackupWriter(DataSource database, String product, @Nullable String identityKey) {
        this.database = database;
        this.product = product;
        this.identityKey = identityKey;
    }

    /** The file is there when all of it is on disk, or not at all; only its owner can read it. */
    Manifest write(Path file) throws IOException, SQLException {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try {
            var manifest = writeAll(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest writeAll(Path unfinished) throws IOException, SQLException {
        try (var channel = FileChannel.open(
                        unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly());
                var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED); // what is sealed does not shrink
            var manifest = write(zip);
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Manifest write(ZipOutputStream zip) throws IOException, SQLException {
        try (var connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                var manifest = write(connection, zip);
                zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
                zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
                zip.closeEntry();
                return manifest;
            } finally {
                connection.rollback();
            }
        }
    }

    private Manifest write(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        var catalog = new Catalog(connection);
        lock(connection);
        var started = Instant.now();
        List<Table> tables = new ArrayList<>();
        for (var table : catalog.columns().entrySet()) {
            tables.add(copy(connection, table, zip));
        }
        return new Manifest(
                Manifest.FORMAT,
                product,
                started,
                identityKey,
                catalog.sealKeys(),
                catalog.migrations(),
                catalog.days(),
                tables,
                catalog.sequences());
    }

    /** From here on no table can be dropped; the snapshot is taken by the statement after. */
    private void lock(Connection connection) throws SQLException {
        List<String> tables;
        try (var other = database.getConnection()) {
            var catalog = new Catalog(other);
            if (!catalog.hasTables()) {
                throw new StartFailure(
                        "The database holds no tables of Quanzu",
                        "name the server's own with --quanzu.data=DIR or --spring.datasource.url=URL");
            }
            tables = new ArrayList<>(catalog.columns().keySet());
        }
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + Catalog.quoted(tables) + " in access share mode");
        }
    }

    private static Table copy(Connection connection, Map.Entry<String, List<String>> table, ZipOutputStream zip)
            throws IOException, SQLException {
        var digest = sha256();
        zip.putNextEntry(new ZipEntry(Table.entry(table.getKey())));
        var rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + Catalog.quoted(table.getValue()) + " from " + Catalog.quoted(table.getKey())
                                + ") to stdout (format binary)",
                        (OutputStream) new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return new Table(table.getKey(), table.getValue(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

package org.quanzu.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import org.quanzu.platform.StartFailure;
import org.quanzu.platform.backup.Manifest.Table;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup, opened for reading. */
final class BackupFile implements AutoCloseable {
    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    /** Throws a {@link StartFailure} when this is no backup, or one of a later layout. */
    BackupFile(Path path) {
        this.path = path;
        try {
            zip = new ZipFile(path.toFile());
        } catch (IOException e) {
            throw noBackup(e);
        }
        try (var content = entry(Manifest.ENTRY)) {
            manifest = JsonMapper.shared().readValue(content, Manifest.class);
        } catch (IOException | JacksonException e) {
            throw noBackup(e);
        }
        if (manifest.format() != Manifest.FORMAT || manifest.migrations().isEmpty()) {
            throw new StartFailure(
                    "The backup " + path + " has format " + manifest.format() + "; this version reads "
                            + Manifest.FORMAT,
                    "restore it with Quanzu " + manifest.product());
        }
    }

    private StartFailure noBackup(Exception cause) {
        return new StartFailure(
                path + " is no complete backup of Quanzu",
                "it was cut off while it was copied; take another one",
                cause);
    }

    /** The name of the file, without its folder. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream rows(Table table) throws IOException {
        return entry(table.entry());
    }

    private InputStream entry(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("The entry " + name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    /** Throws a {@link StartFailure} unless every table is as it was saved. */
    void verify() {
        manifest.tables().forEach(this::verify);
    }

    private void verify(Table table) {
        try (var content = new DigestInputStream(rows(table), BackupWriter.sha256())) {
            content.transferTo(OutputStream.nullOutputStream());
            var found = HexFormat.of().formatHex(content.getMessageDigest().digest());
            if (!found.equals(table.sha256())) {
                throw new IOException("Their SHA-256 is " + found);
            }
        } catch (IOException e) {
            throw new StartFailure(
                    "The rows of " + table.name() + " in " + path + " are not those that were saved",
                    "the file was damaged; take another backup",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

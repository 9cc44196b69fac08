package org.quanzu.simulation.feed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files of a folder that get their names only when all of them are whole. Until then they end in {@code .part}; a run that is
 * ended before leaves no more than those, and those of an earlier run are gone from the beginning.
 */
public final class WholeFiles implements AutoCloseable {
    private static final String PART = ".part";
    private static final int BUFFER = 1 << 16;
    private static final byte[] NEW_LINE = {'\n'};

    private final Path folder;
    private final Map<String, OutputStream> open = new LinkedHashMap<>();

    /** Makes the folder where it is missing. */
    public WholeFiles(Path folder) {
        this.folder = folder;
        checked(() -> Files.createDirectories(folder));
    }

    /** A new file, instead of one of that name that is there. */
    public OutputStream add(String name) {
        checked(() -> Files.deleteIfExists(folder.resolve(name)));
        return checked(() -> {
            OutputStream file = new BufferedOutputStream(Files.newOutputStream(part(name)), BUFFER);
            open.put(name, file);
            return file;
        });
    }

    /** Writes a line to one of the files. */
    public void line(OutputStream file, byte[] line) {
        text(file, line);
        text(file, NEW_LINE);
    }

    /** Writes to one of the files. */
    public void text(OutputStream file, byte[] text) {
        checked(() -> {
            file.write(text);
            return file;
        });
    }

    /** All files are whole: they get their names. */
    public void keep() {
        for (OutputStream file : open.values()) {
            checked(() -> {
                file.close();
                return file;
            });
        }
        for (String name : open.keySet()) {
            checked(() -> Files.move(part(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE));
        }
        open.clear();
    }

    /** Takes away what was not kept. */
    @Override
    public void close() {
        open.forEach((name, file) -> drop(name, file));
        open.clear();
    }

    private void drop(String name, OutputStream file) {
        try (file) {
            Files.deleteIfExists(part(name));
        } catch (IOException e) {
            // what remains is named .part, which says enough
        }
    }

    private Path part(String name) {
        return folder.resolve(name + PART);
    }

    @FunctionalInterface
    private interface Work<T> {
        T done() throws IOException;
    }

    private <T> T checked(Work<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Nothing was written to " + folder + ": " + e.getMessage()
                            + "\nMaybe the disk is full or belongs to somebody else; another folder is named by --out",
                    e);
        }
    }
}

package org.quanzu.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanzu.supervision.Heartbeat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a folder and the folders in it; tells once when a burst of changes is over. Every few seconds it also compares
 * what is there, for a folder that was replaced (by git, by a link) or lies on a network tells nothing by itself.
 */
final class RuleFolderWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RuleFolderWatch.class);
    private static final int QUIET_MILLIS = 80;
    private static final int COMPARE_MILLIS = 3_000;
    private static final int DEPTH = 3;
    private static final int MOST_ENTRIES = 10_000;
    private static final WatchEvent.Kind<?>[] CHANGES = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final Path folder;
    private final Runnable changed;
    private final Heartbeat heartbeat;
    private final WatchService watch;
    private Map<Path, String> seen;
    private volatile boolean closed;

    RuleFolderWatch(Path folder, Runnable changed, Heartbeat heartbeat) {
        this.folder = folder;
        this.changed = changed;
        this.heartbeat = heartbeat;
        try {
            watch = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot watch " + folder, e);
        }
        register();
        seen = entries();
        heartbeat.start();
        Thread thread = new Thread(this::run, "rules-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        boolean well = true;
        while (!closed) {
            boolean before = well;
            well = heartbeat.beat(() -> turn(before));
        }
        log.debug("No longer watching {}", folder);
    }

    /** Waits for a change and tells it; after a failure it tells again. */
    private void turn(boolean well) {
        try {
            boolean told = drain(watch.poll(COMPARE_MILLIS, TimeUnit.MILLISECONDS));
            Map<Path, String> now = entries();
            if (!told && well && now.equals(seen)) {
                return;
            }
            register();
            seen = now;
            changed.run();
        } catch (ClosedWatchServiceException e) {
            closed = true;
        } catch (InterruptedException e) {
            log.debug("Interrupted while watching {}", folder, e);
        }
    }

    /** Takes what happened until it is quiet; whether anything did. */
    private boolean drain(@Nullable WatchKey first) throws InterruptedException {
        @Nullable WatchKey key = first;
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        return first != null;
    }

    /** Registers again what is there; what is registered already stays so. A folder that is away is found when it is back. */
    private void register() {
        for (Path path : entries().keySet()) {
            if (Files.isDirectory(path)) {
                try {
                    path.register(watch, CHANGES);
                } catch (IOException e) {
                    log.debug("{} went away before it was watched", path, e);
                }
            }
        }
    }

    /** Everything in the folder, with what changes when it is saved or replaced; empty when the folder is away. */
    private Map<Path, String> entries() {
        Map<Path, String> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder.toRealPath(), DEPTH)) {
            paths.limit(MOST_ENTRIES).forEach(path -> found.put(path, state(path)));
        } catch (IOException | UncheckedIOException e) {
            log.debug("{} cannot be read for the moment", folder, e);
        }
        return found;
    }

    private static String state(Path path) {
        try {
            BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
            return is.fileKey() + " " + (is.isDirectory() ? "" : is.size() + " " + is.lastModifiedTime());
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        heartbeat.stop();
        watch.close();
    }
}

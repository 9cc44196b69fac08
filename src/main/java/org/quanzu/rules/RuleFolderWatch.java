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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches a folder and the folders in it; tells once when a burst of changes is over. */
final class RuleFolderWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RuleFolderWatch.class);
    private static final int QUIET_MILLIS = 80;
    private static final WatchEvent.Kind<?>[] CHANGES = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final Path folder;
    private final Runnable changed;
    private final WatchService watch;

    RuleFolderWatch(Path folder, Runnable changed) {
        this.folder = folder;
        this.changed = changed;
        try {
            watch = FileSystems.getDefault().newWatchService();
            register();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot watch " + folder, e);
        }
        Thread thread = new Thread(this::run, "rules-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void register() throws IOException {
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            for (Path path : paths.filter(Files::isDirectory).toList()) {
                path.register(watch, CHANGES);
            }
        }
    }

    private void run() {
        try {
            while (true) {
                drain(watch.take());
                register();
                tell();
            }
        } catch (ClosedWatchServiceException e) {
            log.debug("No longer watching {}", folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException e) {
            log.error(
                    "Cannot watch {} any longer: {}\nMaybe it was deleted; restart when it is there again",
                    folder,
                    e.toString());
        }
    }

    private void drain(WatchKey first) throws InterruptedException {
        @Nullable WatchKey key = first;
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        try {
            changed.run();
        } catch (RuntimeException e) {
            log.error("The change in {} could not be taken up; the rule set in service stays", folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}

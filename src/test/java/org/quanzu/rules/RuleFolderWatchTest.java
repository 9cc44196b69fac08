package org.quanzu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.supervision.Heartbeat;

class RuleFolderWatchTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path parent;

    private final AtomicInteger told = new AtomicInteger();
    private final Heartbeat heartbeat = new Heartbeat("rules-watch", Duration.ofMinutes(1));

    @Test
    void goesOnAfterAStackOverflow() throws IOException {
        Path folder = Files.createDirectories(parent.resolve("rules/loan"));
        Runnable overflow = () -> {
            if (told.incrementAndGet() == 1) {
                throw new StackOverflowError("1 + 1 + 1");
            }
        };
        try (RuleFolderWatch watch = new RuleFolderWatch(folder.getParent(), overflow, heartbeat)) {
            Files.writeString(folder.resolve("a.drl"), "a");
            await().atMost(SOON).until(() -> told.get() >= 2);
            await().atMost(SOON).until(() -> heartbeat.failure() == null);
            int before = told.get();

            Files.writeString(folder.resolve("a.drl"), "a b");

            await().atMost(SOON).until(() -> told.get() > before);
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void findsAFolderAgainThatWasAway() throws IOException {
        Path folder = Files.createDirectories(parent.resolve("rules"));
        Files.writeString(folder.resolve("a.drl"), "a");
        try (RuleFolderWatch watch = new RuleFolderWatch(folder, told::incrementAndGet, heartbeat)) {
            Files.move(folder, parent.resolve("away"));
            await().atMost(SOON).until(() -> told.get() >= 1);
            Files.createDirectories(folder.resolve("loan"));
            int away = told.get();
            Files.writeString(folder.resolve("loan/a.drl"), "a");
            await().atMost(SOON).until(() -> told.get() > away);
            int back = told.get();

            Files.writeString(folder.resolve("loan/a.drl"), "a b");

            await().atMost(SOON).until(() -> told.get() > back);
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void findsAFolderThatWasExchangedByItsLink() throws IOException {
        Path one = Files.createDirectories(parent.resolve("one"));
        Path two = Files.createDirectories(parent.resolve("two"));
        Path link = Files.createSymbolicLink(parent.resolve("rules"), one);
        try (RuleFolderWatch watch = new RuleFolderWatch(link, told::incrementAndGet, heartbeat)) {
            Files.delete(link);
            Files.createSymbolicLink(link, two);

            await().atMost(SOON).until(() -> told.get() >= 1);
            assertThat(watch).isNotNull();
        }
    }
}

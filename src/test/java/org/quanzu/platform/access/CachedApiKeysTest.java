package org.quanzu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.api.ApiClient;
import org.quanzu.testkit.SettableClock;
import org.springframework.dao.DataAccessResourceFailureException;

class CachedApiKeysTest {
    private static final String KEY = Secret.apiKey();
    private final List<JdbcApiKeys.Known> table = new CopyOnWriteArrayList<>(List.of(known(KEY)));
    private final AtomicInteger readings = new AtomicInteger();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T06:00:00Z"));
    private final AtomicLong nanos = new AtomicLong();
    private volatile boolean away;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean stalled;
    private final CachedApiKeys keys = new CachedApiKeys(this::read, clock, nanos::get);

    @AfterEach
    void close() {
        released.countDown();
        keys.close();
    }

    @Test
    void servesTheLastKnownKeysWhileTheDatabaseIsAway() {
        keys.find(KEY);
        away = true;

        for (int second = 0; second < 60; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(keys.find(KEY)).isPresent();
        }
    }

    @Test
    void refusesAnUnknownKeyWhileTheDatabaseIsAway() {
        keys.find(KEY);
        away = true;
        pass(Duration.ofMinutes(5));

        assertThat(keys.find(Secret.apiKey())).isEmpty();
        assertThat(keys.find(KEY)).isPresent();
    }

    @Test
    void waitsForNobodyWhoIsStalled() {
        keys.find(KEY);
        stalled = true;
        pass(Duration.ofSeconds(4));
        keys.find(KEY);
        Awaitility.await().until(() -> readings.get() == 2);
        pass(Duration.ofMinutes(1));

        assertThat(keys.find(KEY)).isPresent();
        assertThat(keys.find(Secret.apiKey())).isEmpty();
        assertThat(readings).hasValue(2);
    }

    @Test
    void saysThatNobodyIsKnownBeforeAnythingWasRead() {
        away = true;

        assertThatExceptionOfType(CallersUnknown.class)
                .isThrownBy(() -> keys.find(KEY))
                .withMessageContaining("\nMaybe the database");
    }

    @Test
    void knowsANewKeyWithinASecond() {
        keys.find(KEY);
        String made = Secret.apiKey();
        table.add(known(made));
        pass(Duration.ofMillis(1_001));

        assertThat(keys.find(made)).isPresent();
    }

    @Test
    void refusesARevokedKeyWhenNobodyAskedForLong() {
        keys.find(KEY);
        table.clear();
        pass(Duration.ofHours(1));

        assertThat(keys.find(KEY)).isEmpty();
    }

    @Test
    void refusesAnExpiredKeyAlsoWhileTheDatabaseIsAway() {
        String made = Secret.apiKey();
        var limits = new KeyLimits(clock.instant().plusSeconds(60), 0, 0, List.of());
        table.add(new JdbcApiKeys.Known(Secret.hash(made), new ApiClient("bank", "bank", Set.of("score")), limits));
        var before = keys.find(made);
        away = true;
        clock.advance(Duration.ofSeconds(60));

        assertThat(before).isPresent();
        assertThat(keys.find(made)).isEmpty();
    }

    @Test
    void readsOnceForManyUnknownKeys() {
        keys.find(KEY);
        pass(Duration.ofSeconds(2));

        for (int guess = 0; guess < 100; guess++) {
            assertThat(keys.find(Secret.apiKey())).isEmpty();
        }

        assertThat(readings).hasValue(2);
    }

    private List<JdbcApiKeys.Known> read() {
        readings.incrementAndGet();
        if (stalled) {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        return List.copyOf(table);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static JdbcApiKeys.Known known(String key) {
        return new JdbcApiKeys.Known(Secret.hash(key), new ApiClient("bank", "bank", Set.of("score")), KeyLimits.NONE);
    }
}

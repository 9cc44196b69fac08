package org.quanzu.platform.access;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All keys in force, read again on a thread of their own every few seconds while in use. A new key is known within a second,
 * a revoked one is refused within ten; while the database is away the keys read last serve, and no request waits for it.
 */
final class CachedApiKeys implements Callers, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CachedApiKeys.class);
    private static final long READ_AGAIN = Duration.ofSeconds(3).toNanos();
    private static final long TOO_OLD = Duration.ofSeconds(10).toNanos();
    private static final long UNKNOWN_KEY = Duration.ofSeconds(1).toNanos();
    private static final long SLOW = Duration.ofMillis(500).toNanos();
    private static final long FIRST_READ = Duration.ofSeconds(10).toNanos();

    private final Supplier<List<JdbcApiKeys.Known>> keys;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "api-keys");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<@Nullable Reading> underWay = new AtomicReference<>();
    private volatile @Nullable Snapshot last;
    private volatile boolean failing;

    CachedApiKeys(Supplier<List<JdbcApiKeys.Known>> keys, InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.keys = keys;
        this.nanos = nanos;
    }

    @Override
    public Optional<Caller> find(String apiKey) {
        var hash = Secret.hash(apiKey);
        var known = current();
        var found = known.find(hash);
        var newest = found.isEmpty() && age(known) > UNKNOWN_KEY
                ? readAgain(known, SLOW).find(hash)
                : found;
        return newest.filter(caller -> !caller.limits().areOver(clock.instant()));
    }

    /** The keys as read last; waits only for the first reading, or when nobody asked for a long time. */
    private Snapshot current() {
        var known = last;
        if (known == null) {
            return readAgain(null, FIRST_READ);
        }
        var age = age(known);
        if (age > TOO_OLD) {
            return readAgain(known, SLOW);
        }
        if (age > READ_AGAIN) {
            reading();
        }
        return known;
    }

    private Snapshot readAgain(@Nullable Snapshot known, long patience) {
        var reading = reading();
        if (known == null || !failing && nanos.getAsLong() - reading.since() < SLOW) {
            await(reading, patience);
        }
        var read = last;
        if (read == null) {
            throw new CallersUnknown();
        }
        return read;
    }

    private static void await(Reading reading, long patience) {
        try {
            reading.done().get(patience, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("The API keys are not read yet", e);
        }
    }

    /** The one reading under way, begun now if there is none. */
    private Reading reading() {
        var next = new Reading(nanos.getAsLong(), new CompletableFuture<>());
        var now = underWay.compareAndExchange(null, next);
        if (now != null) {
            return now;
        }
        reader.execute(() -> read(next));
        return next;
    }

    private void read(Reading reading) {
        try {
            last = new Snapshot(byHash(keys.get()), nanos.getAsLong());
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn(
                        "The API keys cannot be read; those read last serve until the database is back: {}",
                        e.toString());
            }
            failing = true;
        } finally {
            underWay.set(null);
            reading.done().complete(null);
        }
    }

    private long age(Snapshot known) {
        return nanos.getAsLong() - known.readAt();
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }

    private static Map<ByteBuffer, Caller> byHash(List<JdbcApiKeys.Known> known) {
        return known.stream()
                .map(key -> new Caller(key.hash(), key.client(), key.limits()))
                .collect(Collectors.toUnmodifiableMap(caller -> ByteBuffer.wrap(caller.hash()), Function.identity()));
    }

    private record Reading(long since, CompletableFuture<@Nullable Void> done) {}

    private record Snapshot(Map<ByteBuffer, Caller> callers, long readAt) {
        Optional<Caller> find(byte[] hash) {
            return Optional.ofNullable(callers.get(ByteBuffer.wrap(hash)))
                    .filter(caller -> MessageDigest.isEqual(caller.hash(), hash));
        }
    }
}

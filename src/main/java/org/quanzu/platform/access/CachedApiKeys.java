package org.quanzu.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All keys in force, read again every few seconds while in use, so that a request costs no query and unknown keys cannot
 * flood the database. A new key is known within a second, a revoked one is refused within ten.
 */
final class CachedApiKeys implements Callers {
    private static final String ALL = "all";
    private final LoadingCache<String, Map<ByteBuffer, Caller>> callers;
    private final Cache<String, Boolean> readForUnknown =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    CachedApiKeys(JdbcApiKeys keys) {
        this.callers = Caffeine.newBuilder()
                .refreshAfterWrite(Duration.ofSeconds(3))
                .expireAfterWrite(Duration.ofSeconds(10))
                .build(all -> byHash(keys.active()));
    }

    @Override
    public Optional<Caller> find(String apiKey) {
        var hash = Secret.hash(apiKey);
        var found = find(hash);
        if (found.isEmpty() && readForUnknown.asMap().putIfAbsent(ALL, true) == null) {
            callers.invalidate(ALL);
            found = find(hash);
        }
        return found;
    }

    private Optional<Caller> find(byte[] hash) {
        return Optional.ofNullable(callers.get(ALL).get(ByteBuffer.wrap(hash)))
                .filter(caller -> MessageDigest.isEqual(caller.hash(), hash));
    }

    private static Map<ByteBuffer, Caller> byHash(List<JdbcApiKeys.Known> known) {
        return known.stream()
                .map(key -> new Caller(key.hash(), key.client()))
                .collect(Collectors.toUnmodifiableMap(caller -> ByteBuffer.wrap(caller.hash()), Function.identity()));
    }
}

package org.quanzu.platform.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.api.ApiClient;

/** The API keys; of a key itself only its hash is kept. */
public interface ApiKeys {

    /** The client behind this key, or empty when it is unknown, revoked or expired. */
    Optional<ApiClient> find(String apiKey);

    /** Whether this key was ever kept here, whatever became of it. */
    boolean isKnown(String apiKey);

    /** Keeps a new key; the name must not be in use by another key that is not revoked. */
    default void add(String apiKey, String name, String source, Set<Scope> scopes) {
        add(apiKey, name, source, scopes, KeyLimits.NONE);
    }

    /** As {@link #add(String, String, String, Set)}, with bounds. */
    void add(String apiKey, String name, String source, Set<Scope> scopes, KeyLimits limits);

    /** Gives a key these scopes. */
    void allow(String apiKey, Set<Scope> scopes);

    /** Every key ever made, oldest first. */
    List<Entry> list();

    /** Whether a key of this name was there to be revoked. */
    boolean revoke(String name);

    /** A key as listed: everything but the key. */
    record Entry(
            String name,
            String source,
            List<String> scopes,
            KeyLimits limits,
            Instant createdAt,
            @Nullable Instant revokedAt) {}
}

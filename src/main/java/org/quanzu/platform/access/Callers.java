package org.quanzu.platform.access;

import java.util.Optional;

/** The API clients that may call now; asked on every request. */
public interface Callers {

    /** The caller with this key, or empty when it is unknown or revoked; throws {@link CallersUnknown} before any was read. */
    Optional<Caller> find(String apiKey);
}

package org.quanzu.platform.access;

import java.util.Optional;

/** The API clients that may call now; asked on every request. */
public interface Callers {

    /** The caller with this key, or empty when it is unknown or revoked. */
    Optional<Caller> find(String apiKey);
}

package org.quanzu.api;

import java.util.Set;

/** The system behind an API key: its name, the source its events come from, and what it may do. */
public record ApiClient(String name, String source, Set<String> scopes) {

    public ApiClient {
        scopes = Set.copyOf(scopes);
    }
}

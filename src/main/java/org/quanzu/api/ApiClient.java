package org.quanzu.api;

import java.util.Set;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who holds an API key: its name, the source its events come from, and what it may do. */
public record ApiClient(String name, String source, Set<String> scopes) {
    public ApiClient {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it may see and change what other sources told. */
    public boolean seesAllSources() {
        return scopes.contains("all-sources");
    }

    /** Whether it is shown numbers, accounts and contacts as they are. */
    public boolean seesClear() {
        return scopes.contains("clear");
    }

    /** The client of the request being answered, as security found out. */
    public static ApiClient current() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof ApiClient client) {
            return client;
        }
        throw new Refused(
                ProblemKind.UNAUTHENTICATED,
                "No API key came with the request\nMaybe send it in the header \"Authorization: Bearer qz_…\"");
    }
}

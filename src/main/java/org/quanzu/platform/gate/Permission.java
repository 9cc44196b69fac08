package org.quanzu.platform.gate;

import static org.quanzu.platform.access.Scope.INGEST;
import static org.quanzu.platform.access.Scope.READ;
import static org.quanzu.platform.access.Scope.RULES;
import static org.quanzu.platform.access.Scope.SCORE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.quanzu.platform.access.Scope;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One call of the HTTP API and the scopes any of which allows it; what is not listed is denied. */
record Permission(HttpMethod method, String path, List<Scope> scopes) {

    /** The busiest first: they are tried in this order. */
    static final List<Permission> ALL = List.of(
            of(POST, "/api/v1/transactions", SCORE),
            of(POST, "/api/v1/calls", SCORE),
            of(POST, "/api/v1/messages", SCORE),
            of(POST, "/api/v1/app-activities", SCORE),
            of(POST, "/api/v1/transactions/{id}/status", SCORE),
            of(POST, "/api/v1/events", INGEST),
            of(POST, "/api/v1/assessments/preview", RULES, SCORE),
            of(GET, "/api/v1/persons/{id}", READ),
            of(PUT, "/api/v1/persons/{id}", INGEST),
            of(PATCH, "/api/v1/persons/{id}", INGEST),
            of(POST, "/api/v1/persons/{id}/merge", INGEST),
            of(POST, "/api/v1/persons/{id}/separate", INGEST),
            of(POST, "/api/v1/persons/{id}/feedback", INGEST),
            of(GET, "/api/v1/events/{id}", READ),
            of(GET, "/api/v1/assessments/{id}", READ),
            of(GET, "/api/v1/cases/{id}", READ),
            of(GET, "/api/v1/level-changes", READ),
            of(GET, "/api/v1/rule-sets", RULES, READ),
            of(GET, "/api/v1/rule-sets/**", RULES, READ),
            of(POST, "/api/v1/benchmark/constant", SCORE),
            of(GET, "/actuator/prometheus", READ),
            of(GET, "/actuator/health/details", READ),
            of(GET, "/actuator/info", READ));

    private static Permission of(HttpMethod method, String path, Scope... scopes) {
        return new Permission(method, path, List.of(scopes));
    }

    RequestMatcher call() {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }

    RequestMatcher anyMethod() {
        return PathPatternRequestMatcher.withDefaults().matcher(path);
    }

    String[] authorities() {
        return scopes.stream().map(Scope::authority).toArray(String[]::new);
    }
}

package org.quanzu.platform.signin;

import static org.quanzu.platform.access.Role.ADMIN;
import static org.quanzu.platform.access.Role.ANALYST;
import static org.quanzu.platform.access.Role.OPERATOR;
import static org.quanzu.platform.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.quanzu.platform.access.Role;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One page or deed of the console and the roles that have it; what is not listed is denied. */
record Right(HttpMethod method, String path, Set<Role> roles) {
    private static final Set<Role> ALL_ROLES = EnumSet.allOf(Role.class);
    private static final Set<Role> READ_CASES = EnumSet.of(OPERATOR, SUPERVISOR, ANALYST, ADMIN);
    private static final Set<Role> WORK = EnumSet.of(OPERATOR, SUPERVISOR, ADMIN);

    static final List<Right> ALL = List.of(
            new Right(GET, "/console/", ALL_ROLES),
            new Right(GET, "/console/levels.css", ALL_ROLES),
            new Right(GET, "/console/queue", ALL_ROLES),
            new Right(GET, "/console/queue/rows", ALL_ROLES),
            new Right(GET, "/console/queue/changes", ALL_ROLES),
            new Right(POST, "/console/queue/next", WORK),
            new Right(GET, "/console/cases/{id}", READ_CASES),
            new Right(POST, "/console/cases/{id}/{deed}", WORK));

    RequestMatcher request() {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }

    String[] roleNames() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}

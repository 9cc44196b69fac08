package org.quanzu.platform.signin;

import static org.quanzu.platform.access.Role.ADMIN;
import static org.quanzu.platform.access.Role.ANALYST;
import static org.quanzu.platform.access.Role.APPROVER;
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

/** One page or deed of the console and the roles that have it: the first that fits counts, what is not listed is denied. */
record Right(HttpMethod method, String path, Set<Role> roles) {
    private static final Set<Role> ALL_ROLES = EnumSet.allOf(Role.class);
    private static final Set<Role> READ_CASES = EnumSet.of(OPERATOR, SUPERVISOR, ANALYST, ADMIN);
    private static final Set<Role> LEAD = EnumSet.of(SUPERVISOR, ADMIN);
    private static final Set<Role> WORK = EnumSet.of(OPERATOR, SUPERVISOR, ADMIN);
    private static final Set<Role> READ_RULES = EnumSet.of(ANALYST, APPROVER, SUPERVISOR, ADMIN);

    private static final Set<Role> OVERSEE = EnumSet.of(SUPERVISOR, APPROVER, ADMIN);
    private static final Set<Role> READ_AUDIT = EnumSet.of(ADMIN);

    static final List<Right> ALL = List.of(
            new Right(GET, "/console/", ALL_ROLES),
            new Right(GET, "/console/levels.css", ALL_ROLES),
            new Right(GET, "/console/queue", ALL_ROLES),
            new Right(GET, "/console/queue/rows", ALL_ROLES),
            new Right(GET, "/console/queue/changes", ALL_ROLES),
            new Right(POST, "/console/queue/next", WORK),
            new Right(GET, "/console/queue/offers", WORK),
            new Right(POST, "/console/queue/offers/{id}/{answer}", WORK),
            new Right(POST, "/console/away", WORK),
            new Right(POST, "/console/away/back", WORK),
            new Right(GET, "/console/shifts", LEAD),
            new Right(POST, "/console/shifts/{deed}", LEAD),
            new Right(GET, "/console/sign-in-delays", LEAD),
            new Right(POST, "/console/sign-in-delays", LEAD),
            new Right(GET, "/console/cases/{id}", READ_CASES),
            new Right(POST, "/console/cases/{id}/pin", LEAD),
            new Right(POST, "/console/cases/{id}/unpin", LEAD),
            new Right(POST, "/console/cases/{id}/lower-level", LEAD),
            new Right(POST, "/console/cases/{id}/orders/protective-transfer", LEAD),
            new Right(POST, "/console/cases/{id}/orders/{deed}", WORK),
            new Right(GET, "/console/orders", LEAD),
            new Right(POST, "/console/orders/{order}/decide", LEAD),
            new Right(GET, "/console/rules", READ_RULES),
            new Right(GET, "/console/rules.csv", READ_RULES),
            new Right(GET, "/console/rules/{id}", READ_RULES),
            new Right(POST, "/console/cases/{id}/{deed}", WORK),
            new Right(GET, "/console/board", OVERSEE),
            new Right(GET, "/console/board/figures", OVERSEE),
            new Right(GET, "/console/people", WORK),
            new Right(POST, "/console/people", WORK),
            new Right(GET, "/console/people/person", WORK),
            new Right(POST, "/console/people/reveal", WORK),
            new Right(GET, "/console/audit", READ_AUDIT),
            new Right(GET, "/console/audit/verification", READ_AUDIT),
            new Right(POST, "/console/audit/verify", READ_AUDIT));

    RequestMatcher request() {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }

    String[] roleNames() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}

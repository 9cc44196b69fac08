package org.quanzu.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.quanzu.console.Operator;
import org.quanzu.platform.access.Users;
import org.quanzu.problem.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of who did nothing for half an hour, was disabled, or has another role or password by now; and one that
 * has an end of its own, when that has come. What pages ask for by themselves is no sign of life.
 */
final class SessionWatch extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(SessionWatch.class);
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration CHECK = Duration.ofSeconds(10);
    private static final Set<String> BY_ITSELF = Set.of(
            "/console/queue/rows",
            "/console/queue/changes",
            "/console/levels.css",
            "/console/board/figures",
            "/console/audit/verification");
    /** When the session of somebody ends whom a provider vouches for: what changes there is not told here. */
    static final String ENDS_AT = "quanzu.ends-at";

    private static final String ACTED = "quanzu.acted";
    private static final String CHECKED = "quanzu.checked";
    private static final String PASSWORD_OF = "quanzu.password-of";
    private final Users users;
    private final Clock clock;

    SessionWatch(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var session = request.getSession(false);
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || known == null || !(known.getPrincipal() instanceof Operator operator)) {
            chain.doFilter(request, response);
        } else if (isOver(session, operator)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
            Turnstile.toSignIn(request, response, Turnstile.SIGN_IN + "?ended");
        } else {
            if (!BY_ITSELF.contains(request.getRequestURI())) {
                session.setAttribute(ACTED, clock.instant());
            }
            chain.doFilter(request, response);
        }
    }

    private boolean isOver(HttpSession session, Operator operator) {
        var now = clock.instant();
        if (session.getAttribute(ACTED) instanceof Instant acted
                && acted.plus(IDLE).isBefore(now)) {
            return true;
        }
        if (session.getAttribute(ENDS_AT) instanceof Instant end && !now.isBefore(end)) {
            return true;
        }
        if (session.getAttribute(CHECKED) instanceof Instant checked
                && checked.plus(CHECK).isAfter(now)) {
            return false;
        }
        session.setAttribute(CHECKED, now);
        return !isStill(session, operator);
    }

    /** While the database is away, who was in before stays in. */
    private boolean isStill(HttpSession session, Operator operator) {
        try {
            return isUnchanged(session, operator);
        } catch (DataAccessException e) {
            log.warn("Sessions cannot be checked now: {}", DatabaseAway.cause(e));
            return true;
        }
    }

    private boolean isUnchanged(HttpSession session, Operator operator) {
        var user = users.find(operator.name()).orElse(null);
        if (user == null || user.disabled() || !user.role().name().equals(operator.role())) {
            return false;
        }
        var before = session.getAttribute(PASSWORD_OF);
        session.setAttribute(PASSWORD_OF, user.changedAt());
        return before == null || before.equals(user.changedAt());
    }
}

package org.quanzu.platform.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Operator;
import org.quanzu.console.OutOfRole;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Sends who is not signed in to the sign-in page, and shows others why a request is refused. */
final class Turnstile implements AuthenticationEntryPoint, AccessDeniedHandler {
    static final String SIGN_IN = "/console/sign-in";
    private static final String REFUSED = "/console/refused";
    private final ApplicationEventPublisher events;

    Turnstile(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        toSignIn(request, response, SIGN_IN);
    }

    /** A request made by script is told, for it would show the sign-in page inside another. */
    static void toSignIn(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        if (isByScript(request)) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(address);
        }
    }

    static boolean isByScript(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getHeader("HX-Request") != null || accept != null && accept.startsWith("text/event-stream");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        var user = signedIn();
        if (e instanceof CsrfException) {
            if (user == null) {
                response.sendRedirect(SIGN_IN + "?again");
            } else {
                refuse(HttpStatus.FORBIDDEN, "stale", request, response);
            }
        } else if (user != null && isListed(request)) {
            events.publishEvent(new OutOfRole(user.name(), request.getMethod() + " " + request.getRequestURI()));
            refuse(HttpStatus.FORBIDDEN, "role", request, response);
        } else {
            refuse(HttpStatus.NOT_FOUND, "missing", request, response);
        }
    }

    /** The request itself does not know yet where its token is checked. */
    private static @Nullable Operator signedIn() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Operator operator ? operator : null;
    }

    private static boolean isListed(HttpServletRequest request) {
        return Right.ALL.stream().anyMatch(right -> right.request().matches(request));
    }

    private static void refuse(HttpStatus status, String why, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(status.value());
        request.setAttribute("why", why);
        request.getRequestDispatcher(REFUSED).forward(request, response);
    }
}

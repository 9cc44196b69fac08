package org.quanzu.platform.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.quanzu.console.door.NotLetIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** What follows once the provider has sent somebody back: in as an operator, or to the sign-in page with the reason. */
final class OidcDoor extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(OidcDoor.class);
    private static final String NOT_ASKED = "authorization_request_not_found";
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final OidcSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OidcDoor(OidcSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        setDefaultTargetUrl("/console/");
    }

    /** From here on it is a session like any other, with an end of its own; the provider's tokens are not kept. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication visitor)
            throws ServletException, IOException {
        var operator = ((Visitor) Objects.requireNonNull(visitor.getPrincipal())).operator();
        var context = SecurityContextHolder.createEmptyContext();
        var known = UsernamePasswordAuthenticationToken.authenticated(operator, null, visitor.getAuthorities());
        context.setAuthentication(known);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        request.getSession().setAttribute(SessionWatch.ENDS_AT, clock.instant().plus(settings.session()));
        super.onAuthenticationSuccess(request, response, known);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof Visitor.TurnedAway turnedAway) {
            events.publishEvent(new NotLetIn(turnedAway.who(), turnedAway.why()));
            response.sendRedirect(Turnstile.SIGN_IN + "?" + turnedAway.why());
        } else if (failure instanceof AuthenticationServiceException) {
            response.sendRedirect(Turnstile.SIGN_IN + "?busy");
        } else if (failure.getCause() instanceof Issuer.IssuerUnreachable) {
            response.sendRedirect(Turnstile.SIGN_IN + "?provider-down");
        } else {
            tell(failure);
            response.sendRedirect(Turnstile.SIGN_IN + "?provider-failed");
        }
    }

    /** What a browser brings that was never sent out is not worth an entry. */
    private void tell(AuthenticationException failure) {
        var code = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        if (!code.equals(NOT_ASKED)) {
            var word = code.matches("[A-Za-z_]{1,60}") ? code : "unknown";
            LOG.warn("Somebody could not sign in by {}: {}", settings.issuer(), word);
            events.publishEvent(new NotLetIn(NotLetIn.NOBODY, word));
        }
    }
}

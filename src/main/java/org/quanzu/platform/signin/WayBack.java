package org.quanzu.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * Lets a few at a time come back from the provider. A browser that comes from another site leaves the session's strict cookie
 * behind; it is sent on to the same address by a page of this site, and then brings it.
 */
final class WayBack extends OncePerRequestFilter {
    private static final String AGAIN = "again";
    private static final int AT_ONCE = 8; // a slow provider must not take the threads that score events
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"><title>Quanzu</title>
            <meta http-equiv="refresh" content="0;url=%1$s"></head>
            <body><p><a href="%1$s">Continue · 继续</a></p></body></html>
            """;
    private final Semaphore doors = new Semaphore(AT_ONCE);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(OidcSettings.RETURN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestedSessionId() == null && request.getParameter(AGAIN) == null) {
            sendOn(request, response);
        } else if (!doors.tryAcquire()) {
            response.sendRedirect(Turnstile.SIGN_IN + "?busy");
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                doors.release();
            }
        }
    }

    private static void sendOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = request.getQueryString() == null ? "" : request.getQueryString() + "&";
        var address = HtmlUtils.htmlEscape(OidcSettings.RETURN + "?" + query + AGAIN + "=1");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream()
                .write(String.format(Locale.ROOT, PAGE, address).getBytes(StandardCharsets.UTF_8));
    }
}

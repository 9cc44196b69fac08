package org.quanzu.platform.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.quanzu.platform.access.Caller;
import org.quanzu.platform.access.Callers;
import org.quanzu.platform.access.CallersUnknown;
import org.quanzu.problem.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.GenericFilterBean;

/** Finds the caller by the API key; without a known key the request goes on with no caller. */
final class ApiKeyFilter extends GenericFilterBean {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_KEY = 200;
    private final Callers keys;

    ApiKeyFilter(Callers keys) {
        this.keys = keys;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            var caller = caller((HttpServletRequest) request);
            if (caller.isPresent() && !caller.get().mayComeFrom(request.getRemoteAddr())) {
                ProblemWriter.write(
                        (HttpServletRequest) request,
                        (HttpServletResponse) response,
                        ProblemKind.FORBIDDEN,
                        "This API key may not be used from " + request.getRemoteAddr()
                                + "\nMaybe a proxy stands between; see server.forward-headers-strategy");
                return;
            }
            caller.ifPresent(known -> SecurityContextHolder.setContext(new SecurityContextImpl(known)));
        } catch (CallersUnknown e) {
            ProblemWriter.unavailable((HttpServletRequest) request, (HttpServletResponse) response, e.getMessage());
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var key = header.substring(SCHEME.length()).strip();
        return key.isEmpty() || key.length() > LONGEST_KEY ? Optional.empty() : keys.find(key);
    }
}

package org.quanzu.platform.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.problem.ProblemKind;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large: by their announced length before reading, otherwise while they are read. */
final class BodyLimitFilter extends OncePerRequestFilter {
    private static final String BATCH = "/api/v1/events";
    private final QuanzuSettings.Limits limits;

    BodyLimitFilter(QuanzuSettings.Limits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var limit = BATCH.equals(request.getRequestURI()) ? limits.batchBytes() : limits.requestBytes();
        var length = request.getContentLengthLong();
        if (length > limit) {
            ProblemWriter.write(request, response, ProblemKind.TOO_LARGE, detail(limit));
        } else {
            chain.doFilter(length < 0 ? new LimitedRequest(request, limit) : request, response);
        }
    }

    static String detail(int limit) {
        return "The body is larger than " + limit + " bytes";
    }
}

package org.quanzu.platform.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.quanzu.platform.database.WriterLock;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says at once that nothing can be kept or read while the database is away or somebody else's. */
final class WriterFilter extends OncePerRequestFilter {
    private static final List<String> DOCUMENTATION =
            List.of("/api/v1/openapi.json", "/api/v1/docs", "/api/v1/swagger-ui");
    private final WriterLock lock;

    WriterFilter(WriterLock lock) {
        this.lock = lock;
    }

    /** Reading waits for the database, too; health, figures and the documentation do not. */
    private static boolean asksTheDatabase(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/api/v1/")
                && !(HttpMethod.GET.matches(request.getMethod())
                        && DOCUMENTATION.stream().anyMatch(path::startsWith));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (lock.held() || !asksTheDatabase(request)) {
            chain.doFilter(request, response);
            return;
        }
        ProblemWriter.unavailable(
                request, response, "The database is out of reach\nMaybe send the same request again in two seconds");
    }
}

package org.quanzu.platform.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quanzu.platform.database.WriterLock;
import org.quanzu.problem.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Accepts nothing while this process is not the single writer. */
final class WriterFilter extends OncePerRequestFilter {
    private final WriterLock lock;

    WriterFilter(WriterLock lock) {
        this.lock = lock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (lock.held() || HttpMethod.GET.matches(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        ProblemWriter.write(
                request,
                response,
                ProblemKind.UNAVAILABLE,
                "The database is out of reach\nMaybe send the same request again in two seconds");
    }
}

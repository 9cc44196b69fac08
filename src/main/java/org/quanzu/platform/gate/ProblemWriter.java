package org.quanzu.platform.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.quanzu.problem.Problem;
import org.quanzu.problem.ProblemKind;
import org.springframework.http.HttpHeaders;

/** Writes the problems of requests that are refused before they reach the HTTP API. */
final class ProblemWriter {
    private ProblemWriter() {}

    /** Not now: the same request may be sent again in two seconds. */
    static void unavailable(HttpServletRequest request, HttpServletResponse response, @Nullable String detail)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        write(request, response, ProblemKind.UNAVAILABLE, detail);
    }

    static void write(
            HttpServletRequest request, HttpServletResponse response, ProblemKind kind, @Nullable String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var json = Problem.of(kind, detail).at(request.getRequestURI()).json();
        if (hasBody(request)) {
            response.setHeader(
                    HttpHeaders.CONNECTION, "close"); // whose body nobody reads is not a connection to use again
        }
        response.setStatus(kind.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}

package org.quanzu.platform.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quanzu.problem.Problem;
import org.quanzu.problem.ProblemKind;

/** Writes the problems of requests that are refused before they reach the HTTP API. */
final class ProblemWriter {
    private ProblemWriter() {}

    static void write(HttpServletRequest request, HttpServletResponse response, ProblemKind kind, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var json = Problem.of(kind, detail).at(request.getRequestURI()).json();
        response.setStatus(kind.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}

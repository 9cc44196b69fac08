package org.quanzu.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.api.metrics.EventMetrics;
import org.quanzu.problem.DatabaseAway;
import org.quanzu.problem.Problem;
import org.quanzu.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever goes wrong where programs call into a problem; the pages of the console have their own. */
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/actuator/");

    private final EventMetrics metrics;

    ProblemResolver(EventMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean ofSecurity = failure instanceof AccessDeniedException || failure instanceof AuthenticationException;
        if (FOR_PROGRAMS.stream().noneMatch(request.getRequestURI()::startsWith)
                || ofSecurity
                || response.isCommitted()) {
            return null;
        }
        response.resetBuffer();
        try {
            Problem problem = problem(request, response, failure);
            metrics.refused(problem);
            send(problem, request, response);
        } catch (IOException e) {
            LOG.debug("The client went away before it could be told of a problem");
        }
        return new ModelAndView();
    }

    static void send(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (problem.status() == ProblemKind.UNAVAILABLE.status()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        byte[] json = problem.at(request.getRequestURI()).json();
        Body.write(response, problem.status(), Problem.MEDIA_TYPE, json);
    }

    private static Problem problem(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            int status = known.getStatusCode().value();
            return Problem.ofStatus(status, detail(status, known, request));
        }
        if (failure instanceof IOException) {
            return Problem.of(
                    ProblemKind.BAD_REQUEST,
                    "The body could not be read to its end\nMaybe the connection broke; send it again");
        }
        Problem problem = Problem.of(failure);
        if (DatabaseAway.isCauseOf(failure)) {
            LOG.warn("The database is out of reach: {}", DatabaseAway.cause(failure));
        } else if (problem.status() == ProblemKind.INTERNAL.status()) {
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            LOG.error("{} {} failed", request.getMethod(), Objects.requireNonNullElse(pattern, "?"), failure);
        }
        return problem;
    }

    private static @Nullable String detail(int status, ErrorResponse known, HttpServletRequest request) {
        return switch (status) {
            case 404 -> "No call has this address\nMaybe look at /api/v1/docs";
            case 405 -> request.getMethod() + " is not possible here\nMaybe use one the header Allow names";
            case 406 -> "The header Accept asks for something that is not on offer\nMaybe leave it out";
            case 415 ->
                request.getContentType() == null
                        ? "The body has no Content-Type\nMaybe use one the header Accept names"
                        : "The Content-Type of the body is not taken here\nMaybe use one the header Accept names";
            default -> known.getBody().getDetail();
        };
    }
}

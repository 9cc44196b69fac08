package org.quanzu.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.quanzu.problem.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;

/** Shows a page in place of one that cannot be made. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = FaultAdvice.class)
class FaultAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(FaultAdvice.class);

    @ExceptionHandler(NoSuchPage.class)
    String missing(HttpServletRequest request, HttpServletResponse response) {
        return refuse(HttpStatus.NOT_FOUND, "missing", request, response);
    }

    @ExceptionHandler(TypeMismatchException.class)
    String mangled(HttpServletRequest request, HttpServletResponse response) {
        return refuse(HttpStatus.BAD_REQUEST, "fault", request, response);
    }

    @ExceptionHandler(IOException.class)
    void gone() {
        LOG.debug("The browser went away before it had its page");
    }

    @ExceptionHandler(Exception.class)
    @Nullable String fault(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return refuse(HttpStatus.valueOf(known.getStatusCode().value()), "missing", request, response);
        }
        if (DatabaseAway.isCauseOf(failure)) {
            LOG.warn("The console cannot reach the database: {}", DatabaseAway.cause(failure));
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            return response.isCommitted() ? null : refuse(HttpStatus.SERVICE_UNAVAILABLE, "away", request, response);
        }
        LOG.error(
                "{} {} failed",
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                failure);
        return response.isCommitted() ? null : refuse(HttpStatus.INTERNAL_SERVER_ERROR, "fault", request, response);
    }

    private static String refuse(
            HttpStatus status, String why, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(status.value());
        request.setAttribute("why", why);
        return "forward:/console/refused";
    }
}

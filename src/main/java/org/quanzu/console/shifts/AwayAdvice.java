package org.quanzu.console.shifts;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Operator;
import org.quanzu.desk.shift.Availability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the top of every page shows: until when the operator is away. */
@Order(Ordered.LOWEST_PRECEDENCE)
@ControllerAdvice("org.quanzu.console")
class AwayAdvice {
    static final String AWAY = "awayUntil";
    private static final Logger LOG = LoggerFactory.getLogger(AwayAdvice.class);
    private final Availability availability;
    private final Clock clock;

    AwayAdvice(Availability availability, Clock clock) {
        this.availability = availability;
        this.clock = clock;
    }

    @ModelAttribute(name = AWAY, binding = false)
    @Nullable Instant away(@ModelAttribute(name = "operator", binding = false) @Nullable Operator operator) {
        try {
            return operator == null
                    ? null
                    : availability.awayUntil(operator.name(), clock.instant()).orElse(null);
        } catch (DataAccessException e) {
            LOG.debug("A page that says so must not fail because the database is away", e);
            return null;
        }
    }
}

package org.quanzu.outreach.automatic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.journal.consumer.DeliveredRecord;
import org.quanzu.outreach.Order;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.PlanStep;

/**
 * What a person is to be told because of an assessment; {@code order} is the same whenever the same event is assessed, and
 * nothing is said after {@code lapses}.
 */
record AutoMessage(
        UUID order,
        String personId,
        String family,
        String level,
        String channel,
        String script,
        Instant at,
        Instant lapses) {
    private static final String MESSAGE = "SEND_MESSAGE";
    private static final String AUTOMATIC = "AUTOMATIC";
    private static final String GENERAL = "general";
    private static final Duration STALE = Duration.ofHours(1);

    /** Null when nobody is told anything: no such step, or the event is too old now to tell of. */
    static @Nullable AutoMessage of(Assessment found, DeliveredRecord record, Instant now) {
        PlanStep step = found.late() ? null : step(found);
        if (step == null) {
            return null;
        }
        Instant over = record.content().event().overAt();
        Instant lapses = (over.isAfter(record.at()) ? record.at() : over).plus(STALE);
        return lapses.isBefore(now)
                ? null
                : new AutoMessage(
                        orderOf(found),
                        found.personId(),
                        Objects.requireNonNullElse(found.family(), GENERAL),
                        found.level(),
                        step.channel(),
                        step.script(),
                        record.at(),
                        lapses);
    }

    private static @Nullable PlanStep step(Assessment found) {
        for (PlanStep step : found.plan()) {
            if (step.action().equals(MESSAGE)
                    && step.unit().equals(AUTOMATIC)
                    && Order.Message.CHANNELS.contains(step.channel())) {
                return step;
            }
        }
        return null;
    }

    private static UUID orderOf(Assessment found) {
        return UUID.nameUUIDFromBytes(("message:" + found.assessmentId()).getBytes(StandardCharsets.UTF_8));
    }
}

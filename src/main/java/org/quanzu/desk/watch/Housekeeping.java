package org.quanzu.desk.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.quanzu.desk.QueueChanged;
import org.quanzu.desk.contact.ContactHours;
import org.quanzu.desk.contact.RetryPlan;
import org.quanzu.desk.watch.Upkeep.Return;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.RuleSet;
import org.springframework.context.ApplicationEventPublisher;

/** Does to cases what time demands, at every call. */
public final class Housekeeping {
    private static final Duration FOLLOW_UP_WITHIN = Duration.ofHours(4);

    private final Upkeep upkeep;
    private final RuleSets ruleSets;
    private final RetryPlan plan;
    private final ContactHours hours;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Housekeeping(
            Upkeep upkeep,
            RuleSets ruleSets,
            RetryPlan plan,
            ContactHours hours,
            ApplicationEventPublisher events,
            Clock clock) {
        this.upkeep = upkeep;
        this.ruleSets = ruleSets;
        this.plan = plan;
        this.hours = hours;
        this.events = events;
        this.clock = clock;
    }

    /** Ends leases and waiting, brings back what is to be followed up, escalates what is overdue. */
    public void tick() {
        Instant now = clock.instant();
        RuleSet rules = ruleSets.current();
        Set<String> moved = new HashSet<>(upkeep.endLeases(now));
        moved.addAll(upkeep.endWaiting(now));
        moved.addAll(upkeep.reopenForFollowUp(now, followUp(rules, now)));
        moved.addAll(upkeep.escalate(now, deadlines(rules, now)));
        if (!moved.isEmpty()) {
            events.publishEvent(new QueueChanged(moved));
        }
    }

    private Return followUp(RuleSet rules, Instant now) {
        Instant from = Objects.requireNonNullElse(hours.quietUntil(now), now);
        double ageing = rules.priorities().urgency(0, now.toEpochMilli());
        return new Return(from.plus(FOLLOW_UP_WITHIN), ageing);
    }

    private Map<String, Instant> deadlines(RuleSet rules, Instant now) {
        Map<String, Instant> deadlines = new HashMap<>();
        rules.levels().all().forEach(level -> deadlines.put(level.code(), now.plus(plan.deadline(level.code()))));
        return deadlines;
    }
}

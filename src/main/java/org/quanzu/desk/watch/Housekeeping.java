package org.quanzu.desk.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.quanzu.desk.QueueChanged;
import org.quanzu.desk.contact.ContactHours;
import org.quanzu.desk.contact.RetryPlan;
import org.quanzu.desk.shift.Staffing;
import org.quanzu.desk.shift.Strength;
import org.quanzu.desk.watch.Upkeep.Return;
import org.quanzu.practice.Units;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.RuleSet;
import org.springframework.context.ApplicationEventPublisher;

/** Does to cases what time demands, at every call. */
public final class Housekeeping {
    private static final Duration FOLLOW_UP_WITHIN = Duration.ofHours(4);
    private static final int MOST_MOVED = 10_000;

    private final Upkeep upkeep;
    private final RuleSets ruleSets;
    private final RetryPlan plan;
    private final ContactHours hours;
    private final Staffing staffing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Housekeeping(
            Upkeep upkeep,
            RuleSets ruleSets,
            RetryPlan plan,
            ContactHours hours,
            Staffing staffing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.upkeep = upkeep;
        this.ruleSets = ruleSets;
        this.plan = plan;
        this.hours = hours;
        this.staffing = staffing;
        this.events = events;
        this.clock = clock;
    }

    /** Ends leases and waiting, brings back what is to be followed up, moves on what is overdue or where nobody is. */
    public void tick() {
        Instant now = clock.instant();
        RuleSet rules = ruleSets.current();
        Set<String> moved = new HashSet<>(upkeep.endLeases(now));
        moved.addAll(upkeep.endWaiting(now));
        moved.addAll(upkeep.reopenForFollowUp(now, followUp(rules, now)));
        moved.addAll(toLaterUnits(rules, now));
        if (!moved.isEmpty()) {
            events.publishEvent(new QueueChanged(moved));
        }
    }

    private Set<String> toLaterUnits(RuleSet rules, Instant now) {
        Units units = rules.practice().units();
        Map<String, Strength> strengths = staffing.of(units, now);
        List<Move> overdue = Move.ofOverdue(units, strengths);
        Set<String> moved = new HashSet<>(upkeep.escalate(now, overdue, deadlines(rules, now)));
        List<Move> deserted = Move.ofDeserted(units, strengths, upkeep.unitsInUse());
        int before = -1;
        while (!deserted.isEmpty() && moved.size() > before && moved.size() < MOST_MOVED) {
            before = moved.size();
            moved.addAll(upkeep.moveOn(now, deserted));
        }
        return moved;
    }

    private Return followUp(RuleSet rules, Instant now) {
        Instant from = Objects.requireNonNullElse(hours.quietUntil(now), now);
        double ageing = rules.practice().priorities().urgency(0, now.toEpochMilli());
        return new Return(from.plus(FOLLOW_UP_WITHIN), ageing);
    }

    private Map<String, Instant> deadlines(RuleSet rules, Instant now) {
        Map<String, Instant> deadlines = new HashMap<>();
        rules.levels().all().forEach(level -> deadlines.put(level.code(), now.plus(plan.deadline(level.code()))));
        return deadlines;
    }
}

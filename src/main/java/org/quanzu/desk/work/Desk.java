package org.quanzu.desk.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.Case;
import org.quanzu.desk.Grip;
import org.quanzu.desk.HistoryLine.What;
import org.quanzu.desk.Hold;
import org.quanzu.desk.contact.Advice;
import org.quanzu.desk.contact.Attempt;
import org.quanzu.desk.contact.Channel;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.contact.ContactHours;
import org.quanzu.desk.contact.Restraint;
import org.quanzu.desk.contact.Restraint.Reason;
import org.quanzu.desk.contact.RetryPlan;
import org.quanzu.desk.work.CaseChanges.Rating;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.RuleSet;

/**
 * What operators do to cases. Whatever needs a hold throws LeaseEnded once it is over, whatever needs a version throws
 * StaleCase when somebody else has changed the case since; then nothing is recorded.
 */
public final class Desk {
    private static final int LEVELS_AT_ANY_HOUR = 2;

    private final Grip grip;
    private final Works works;
    private final CaseChanges changes;
    private final RuleSets ruleSets;
    private final Customs customs;
    private final Clock clock;

    Desk(Grip grip, Works works, CaseChanges changes, RuleSets ruleSets, Customs customs, Clock clock) {
        this.grip = grip;
        this.works = works;
        this.changes = changes;
        this.ruleSets = ruleSets;
        this.customs = customs;
        this.clock = clock;
    }

    /** What the desk keeps to whatever the case. */
    record Customs(RetryPlan plan, ContactHours hours) {}

    /** Records a try to reach the person; the operator keeps the case. */
    public Advice attempt(Hold hold, Channel channel, Contact contact, @Nullable String note) {
        return grip.change(hold.caseId(), () -> {
            Grip.Held held = grip.lock(hold);
            Case subject = held.subject();
            Instant now = clock.instant();
            changes.add(hold.caseId(), new Attempt(subject.episode(), channel, contact, held.operator(), now, note));
            int busy = subject.busy() + (contact == Contact.BUSY ? 1 : 0);
            changes.rate(hold.caseId(), rating(subject, levelOf(subject), busy));
            grip.tell(subject, held.operator(), What.ATTEMPTED, channel + " " + contact);
            return advice(subject, now);
        });
    }

    /** How to go on with a case now. */
    public Advice advice(Case subject) {
        return advice(subject, clock.instant());
    }

    private Advice advice(Case subject, Instant now) {
        Instant closed = works.outcomes(subject.caseId()).stream()
                .filter(Outcome::closes)
                .map(Outcome::at)
                .reduce(Instant.MIN, Desk::later);
        List<Attempt> tries = works.attempts(subject.caseId()).stream()
                .filter(attempt ->
                        attempt.episode() == subject.episode() && attempt.at().isAfter(closed))
                .toList();
        return customs.plan().advise(subject.level(), tries, now);
    }

    /** Why the person of a case should not be disturbed now; empty when they may be. */
    public Optional<Restraint> restraint(Case subject) {
        return restraint(subject, clock.instant());
    }

    private Optional<Restraint> restraint(Case subject, Instant now) {
        Instant quietUntil = customs.hours().quietUntil(now);
        if (quietUntil != null && subject.levelRank() < rankForAnyHour()) {
            return Optional.of(new Restraint(Reason.QUIET_HOURS, quietUntil));
        }
        int today = works.contactsSince(subject.caseId(), customs.hours().dayOf(now));
        return today < customs.plan().contactsPerDay(subject.level())
                ? Optional.empty()
                : Optional.of(new Restraint(Reason.ENOUGH_TODAY, customs.hours().tomorrow(now)));
    }

    private int rankForAnyHour() {
        return ruleSets.current().levels().all().stream()
                .mapToInt(Level::rank)
                .limit(LEVELS_AT_ANY_HOUR)
                .min()
                .orElse(0);
    }

    /** Lets go of the case until the next try, and tells when that is. */
    public Instant putOff(Hold hold) {
        return grip.change(hold.caseId(), () -> {
            Grip.Held held = grip.lock(hold);
            Case subject = held.subject();
            Instant now = clock.instant();
            Instant readyAt = advice(subject, now).retryAt();
            Instant dueAt = subject.dueAt();
            Optional<Restraint> restraint = restraint(subject, now);
            if (restraint.isPresent()) {
                readyAt = later(readyAt, restraint.get().until());
                dueAt = later(dueAt, readyAt.plus(customs.plan().deadline(subject.level())));
            }
            changes.putOff(hold.caseId(), readyAt, dueAt);
            grip.tell(subject, held.operator(), What.PUT_OFF, readyAt.toString());
            return readyAt;
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Records what came of the case as the operator saw it in {@code version}. It is closed, unless the person denies or
     * goes on paying: then it waits for another try.
     */
    public Outcome conclude(Hold hold, int version, Report report) {
        requireKnownFamily(report);
        return grip.change(hold.caseId(), () -> {
            Grip.Held held = grip.lock(hold);
            grip.requireSeen(held.subject(), version, held.operator());
            Instant now = clock.instant();
            Finding finding = report.finding();
            Outcome outcome = new Outcome(held.subject().episode(), report, held.operator(), now, finding.closes());
            changes.add(hold.caseId(), outcome);
            if (outcome.closes()) {
                close(held.subject(), finding, now);
            } else {
                doubt(held.subject(), now);
            }
            What what = outcome.closes() ? What.CLOSED : What.CONCLUDED;
            grip.tell(held.subject(), held.operator(), what, report.contact() + " " + finding);
            return outcome;
        });
    }

    private void requireKnownFamily(Report report) {
        String family = report.facts().family();
        RuleSet rules = ruleSets.current();
        if (family != null
                && rules.families().stream().noneMatch(known -> known.id().equals(family))) {
            List<String> known = rules.families().stream().map(it -> it.id()).toList();
            throw new InvalidReport("There is no family " + family, "write one of " + known);
        }
    }

    private void close(Case subject, Finding finding, Instant now) {
        RetryPlan plan = customs.plan();
        List<Instant> planned = finding.isFollowedUp() ? plan.followUps(subject.level(), now) : List.of();
        changes.close(subject.caseId(), now);
        changes.followUp(subject.caseId(), subject.episode(), planned, now);
    }

    private void doubt(Case subject, Instant now) {
        Instant readyAt = now.plus(customs.plan().doubt(subject.level()));
        changes.putOff(subject.caseId(), readyAt, readyAt.plus(customs.plan().deadline(subject.level())));
    }

    /** Gives the case a lower level, for a reason that somebody answers for. */
    public void lowerLevel(String caseId, int version, String level, Because because) {
        Level lower = ruleSets.current().levels().byCode(level);
        grip.change(caseId, () -> {
            Case subject = grip.lock(caseId);
            grip.requireSeen(subject, version, because.by());
            if (lower.rank() == 0 || lower.rank() >= subject.levelRank()) {
                throw new InvalidReport(
                        "The level " + level + " is not below " + subject.level(), "choose a lower one of levels.csv");
            }
            changes.rate(caseId, rating(subject, lower, subject.busy()));
            grip.tell(
                    subject, because.by(), What.LEVEL_LOWERED, subject.level() + " " + level + ": " + because.reason());
            return lower;
        });
    }

    private static Level levelOf(Case subject) {
        return new Level(subject.level(), subject.levelRank(), Level.NONE.name(), "", 0);
    }

    private Rating rating(Case subject, Level level, int busy) {
        RuleSet rules = ruleSets.current();
        int points = rules.priorities().points(subject.circumstances(level.code(), busy));
        boolean same = level.code().equals(subject.level()) && busy == subject.busy();
        return same
                ? new Rating(level.code(), level.rank(), busy, subject.points(), subject.urgency())
                : new Rating(
                        level.code(),
                        level.rank(),
                        busy,
                        points,
                        rules.priorities().urgency(points, subject.openedAt().toEpochMilli()));
    }
}

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
import org.quanzu.desk.contact.Contacts;
import org.quanzu.desk.contact.Courtesy;
import org.quanzu.desk.contact.Restraint;
import org.quanzu.desk.contact.RetryPlan;
import org.quanzu.desk.work.CaseChanges.Rating;
import org.quanzu.practice.Priorities;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.RuleSet;

/**
 * What operators do to cases. Whatever needs a hold throws LeaseEnded once it is over, whatever needs a version throws
 * StaleCase when somebody else has changed the case since; then nothing is recorded.
 */
public final class Desk {
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
    record Customs(RetryPlan plan, Courtesy courtesy, Contacts contacts) {}

    /** Records a try to reach the person; the operator keeps the case. */
    public Advice attempt(Hold hold, Channel channel, Contact contact, @Nullable String note) {
        if (note != null) {
            InvalidReport.unlessText("The note", note, Report.LONGEST);
        }
        return grip.change(hold.caseId(), () -> {
            Grip.Held held = grip.lock(hold);
            Case subject = held.subject();
            Instant now = clock.instant();
            changes.add(hold.caseId(), new Attempt(subject.episode(), channel, contact, held.operator(), now, note));
            changes.rate(hold.caseId(), rating(subject, contact));
            if (contact.isNoticed()) {
                customs.contacts().tried(subject.personId(), channel, now);
            }
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
        return customs.courtesy().restraint(subject.personId(), subject.level(), now);
    }

    /** Lets go of the case until the next try, and tells when that is. */
    public Instant putOff(Hold hold) {
        return grip.change(hold.caseId(), () -> {
            Grip.Held held = grip.lock(hold);
            Case subject = held.subject();
            Instant now = clock.instant();
            Advice advice = advice(subject, now);
            Optional<Restraint> restraint = restraint(subject, now);
            Instant readyAt =
                    restraint.map(it -> later(advice.retryAt(), it.until())).orElse(advice.retryAt());
            boolean anotherUnitIsWanted = advice.parallel() && restraint.isEmpty();
            changes.putOff(hold.caseId(), readyAt, anotherUnitIsWanted ? subject.dueAt() : dueAfter(readyAt, subject));
            grip.tell(subject, held.operator(), What.PUT_OFF, readyAt.toString());
            return readyAt;
        });
    }

    /** Who was tried in time is not overdue before the next try is. */
    private Instant dueAfter(Instant readyAt, Case subject) {
        return later(subject.dueAt(), readyAt.plus(customs.plan().deadline(subject.level())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Records what came of the case as the operator saw it in {@code version}. It is closed, unless the person denies or
     * goes on paying, or is not found at a level that does not rest with that: then it waits for another try.
     */
    public Outcome conclude(Hold hold, int version, Report report) {
        requireKnownFamily(report);
        return grip.change(hold.caseId(), () -> {
            Grip.Held held = grip.lock(hold);
            grip.requireSeen(held.subject(), version, held.operator());
            Instant now = clock.instant();
            Finding finding = report.finding();
            Outcome outcome =
                    new Outcome(held.subject().episode(), report, held.operator(), now, closes(held.subject(), report));
            changes.add(hold.caseId(), outcome);
            if (outcome.closes()) {
                close(held.subject(), finding, now);
            } else {
                doubt(held.subject(), now);
            }
            What what = outcome.closes() ? What.CLOSED : What.CONCLUDED;
            grip.tell(held.subject(), held.operator(), what, report.contact() + " " + finding);
            grip.announce(new CaseConcluded(held.subject(), outcome));
            return outcome;
        });
    }

    private boolean closes(Case subject, Report report) {
        boolean unfound = report.finding() == Finding.NOT_ESTABLISHED;
        return report.finding().closes() && (!unfound || customs.plan().closesUnfound(subject.level()));
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
            changes.rate(caseId, rating(subject, lower, subject.busy(), subject.vulnerable()));
            grip.tell(
                    subject, because.by(), What.LEVEL_LOWERED, subject.level() + " " + level + ": " + because.reason());
            return lower;
        });
    }

    /** Keeps whether the person said to be vulnerable; nobody else's guess counts. */
    public void declareVulnerable(String caseId, int version, boolean vulnerable, Because because) {
        grip.change(caseId, () -> {
            Case subject = grip.lock(caseId);
            grip.requireSeen(subject, version, because.by());
            if (subject.vulnerable() == vulnerable) {
                throw new InvalidReport("The case says so already", "reload the page");
            }
            changes.rate(caseId, rating(subject, level(subject), subject.busy(), vulnerable));
            grip.tell(subject, because.by(), vulnerable ? What.VULNERABLE : What.NOT_VULNERABLE, because.reason());
            return vulnerable;
        });
    }

    /** What ageing took off the points when the case began to wait stays as it is. */
    private Rating rating(Case subject, Level level, int busy, boolean vulnerable) {
        Priorities priorities = ruleSets.current().practice().priorities();
        int points = priorities.points(subject.circumstances(level.code(), busy, vulnerable));
        double urgency = subject.urgency() - subject.points() + points;
        return new Rating(level.code(), level.rank(), busy, vulnerable, points, urgency);
    }

    private static Level level(Case subject) {
        return new Level(subject.level(), subject.levelRank(), Level.NONE.name(), "", 0);
    }

    /** The rating after one more try; only a busy line changes it. */
    private Rating rating(Case subject, Contact contact) {
        boolean busy = contact == Contact.BUSY;
        return busy
                ? rating(subject, level(subject), subject.busy() + 1, subject.vulnerable())
                : new Rating(
                        subject.level(),
                        subject.levelRank(),
                        subject.busy(),
                        subject.vulnerable(),
                        subject.points(),
                        subject.urgency());
    }
}

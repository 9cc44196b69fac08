package org.quanzu.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.TransactionEvent;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.fact.Transaction;
import org.quanzu.journal.History;
import org.quanzu.journal.Line;
import org.quanzu.journal.Standing;
import org.quanzu.memory.HotPerson;
import org.quanzu.person.Counterparties;
import org.quanzu.person.Encounter;
import org.quanzu.person.ProtectiveTransfers;
import org.quanzu.profile.Profile;
import org.quanzu.profile.SnapshotReader;
import org.quanzu.profile.SnapshotWriter;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Scoring;
import org.quanzu.seal.KeyedHash;
import org.quanzu.watchlist.NumberPlan;

/** Where an event is scored on its person, and everything is made ready for the journal. */
final class Bench {
    private static final int EVENTS_PER_SNAPSHOT = 50;

    private final RuleSets ruleSets;
    private final Counterparties counterparties;
    private final ProtectiveTransfers exceptions;
    private final History history;
    private final KeyedHash hash;
    private volatile @Nullable Mark mark;

    Bench(
            RuleSets ruleSets,
            Counterparties counterparties,
            ProtectiveTransfers exceptions,
            History history,
            KeyedHash hash) {
        this.ruleSets = ruleSets;
        this.counterparties = counterparties;
        this.exceptions = exceptions;
        this.history = history;
        this.hash = hash;
    }

    /** A scored event: the person after it, what goes out and what goes into the journal. */
    @SuppressWarnings("ArrayRecordComponent")
    record Scored(Profile after, Assessment assessment, byte[] json, Line line) {

        Standing standing(HotPerson before) {
            return assessment.late() ? before.standing() : line.standing();
        }
    }

    Scored score(Taking taking, HotPerson person) {
        Event event = taking.event();
        RuleSet rules = ruleSets.current();
        NumberPlan plan = rules.watchlists().numberPlan();
        String personId = person.personId();
        Surroundings surroundings = surroundings(taking, person, plan);
        Scoring.Scored scored = Scoring.score(person.profile(), event, surroundings, rules);
        Assessment assessment = scored.assessment();
        byte[] json = AssessmentJson.write(assessment);
        int flags = AssessmentJson.flags(assessment);
        boolean nothing = AssessmentJson.isNothing(assessment);
        boolean snapshot = person.sinceSnapshot() + 1 >= EVENTS_PER_SNAPSHOT;
        byte[] bytes = snapshot ? SnapshotWriter.write(scored.after()) : null;
        Line line = new Line(
                event,
                personId,
                taking.body(),
                surroundings,
                counterparty(event, person.profile(), plan),
                standing(person.standing(), assessment, rules.levels()),
                flags,
                scoredBy(rules, assessment),
                nothing ? null : json,
                assessment.caseId() == null ? null : liveCall(scored.after()),
                bytes,
                !person.isRegistered(),
                taking.receivedMillis());
        Profile after = bytes == null
                ? scored.after()
                : SnapshotReader.read(bytes, personId, scored.after().attributes(), rules.watchlists());
        return new Scored(after, assessment, json, line);
    }

    private Surroundings surroundings(Taking taking, HotPerson person, NumberPlan plan) {
        Surroundings around = counterparties.around(taking.event(), person.personId(), plan);
        return isExcepted(taking, person) ? around.asProtectiveTransfer() : around;
    }

    private boolean isExcepted(Taking taking, HotPerson person) {
        if (!(taking.event() instanceof TransactionEvent payment) || payment.direction() != Direction.OUT) {
            return false;
        }
        String account = payment.counterparty().accountForm();
        return account != null
                && exceptions
                        .find(person.personId(), account, Instant.ofEpochMilli(taking.receivedMillis()))
                        .filter(it -> paid(person.profile(), account, it.since())
                                        .add(payment.amount())
                                        .compareTo(it.amount())
                                <= 0)
                        .isPresent();
    }

    private static BigDecimal paid(Profile profile, String account, Instant since) {
        return profile.factsNow().stream()
                .filter(fact -> fact.getStartMillis() >= since.toEpochMilli())
                .filter(fact -> fact instanceof Transaction paid
                        && paid.isOutgoing()
                        && paid.isCompleted()
                        && account.equals(paid.getPayee().getAccount()))
                .map(fact -> ((Transaction) fact).getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The higher of the new level and the one before, as long as that is valid: a quiet event does not calm a case. */
    private static Standing standing(Standing before, Assessment assessment, Levels levels) {
        Standing now = Standing.of(assessment);
        Standing valid = before.at(assessment.occurredAt().toInstant().toEpochMilli());
        boolean higher =
                levels.byCode(valid.level()).rank() > levels.byCode(now.level()).rank();
        return higher ? valid : now;
    }

    private int scoredBy(RuleSet rules, Assessment assessment) {
        Mark known = mark;
        if (known == null || known.rules() != rules) {
            known = new Mark(
                    rules,
                    history.scoredBy(
                            rules.version(), List.copyOf(assessment.scores().keySet())));
            mark = known;
        }
        return known.number();
    }

    private static @Nullable Long liveCall(Profile profile) {
        return profile.factsNow().stream()
                .filter(fact -> fact instanceof Call call && call.isInProgress())
                .map(Fact::getStartMillis)
                .max(Long::compare)
                .orElse(null);
    }

    /** The number the journal has for a rule set. */
    private record Mark(RuleSet rules, int number) {}

    /** The keyed hash of the account newly paid, or of the number that called. */
    private @Nullable String counterparty(Event event, Profile before, NumberPlan plan) {
        Encounter met = Encounter.of(event, plan);
        if (met == null || !met.counts(event, before)) {
            return null;
        }
        return met.payment() ? hash.account(met.name()) : hash.number(met.name());
    }

    /** The answer to an event that is not scored yet: the last known level, at most a warning, and no reasons. */
    byte[] unscored(Event event, String personId, @Nullable HotPerson person, long nowMillis) {
        RuleSet rules = ruleSets.current();
        Standing standing = person == null ? Standing.NONE : person.standing().at(nowMillis);
        List<String> families = rules.families().stream()
                .filter(family -> family.ofScam())
                .map(family -> family.id())
                .toList();
        Assessment nothing = AssessmentJson.nothing(event, personId, rules.version(), families, 0);
        return AssessmentJson.writeDegraded(new Assessment(
                nothing.assessmentId(),
                personId,
                nothing.eventId(),
                nothing.occurredAt(),
                standing.level(),
                standing.family(),
                standing.score(),
                nothing.scores(),
                null,
                false,
                decision(event, standing, rules.actions()),
                null,
                nothing.amountAtRisk(),
                List.of(),
                List.of(),
                List.of(),
                rules.version(),
                null,
                false,
                List.of(),
                List.of(),
                false,
                List.of()));
    }

    private static Decision decision(Event event, Standing standing, Actions actions) {
        boolean outgoing = event instanceof TransactionEvent payment && payment.direction() == Direction.OUT;
        boolean warned = actions.rows().stream()
                .filter(row -> row.level().equals(standing.level()))
                .filter(row -> row.family().equals("*") || row.family().equals(standing.family()))
                .anyMatch(row -> row.decision() != Decision.ALLOW);
        return outgoing && warned ? Decision.WARN : Decision.ALLOW;
    }
}

package org.quanzu.assessment.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.AssessmentJson;
import org.quanzu.assessor.Assessor;
import org.quanzu.assessor.AssessorResult.Assessed;
import org.quanzu.assessor.PersonState;
import org.quanzu.assessor.PersonStateCodec;
import org.quanzu.assessor.SeenEvents;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.TransactionEvent;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.JournalRecord;
import org.quanzu.person.Counterparties;
import org.quanzu.person.CounterpartyRef;
import org.quanzu.person.ProtectiveTransfers;
import org.quanzu.personcache.CachedPerson;
import org.quanzu.profile.Profile;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.RuleSet;
import org.quanzu.seal.KeyedHash;
import org.quanzu.watchlist.NumberPlan;
import org.quanzu.watchlist.Watchlists;

/** Where an event is scored on its person, and everything is made ready for the journal. */
final class EventScorer {
    private static final int EVENTS_PER_SNAPSHOT = 50;

    private final RuleSets ruleSets;
    private final Counterparties counterparties;
    private final ProtectiveTransfers exceptions;
    private final EventStore history;
    private final KeyedHash hash;
    private final ReceivingClock receiving;
    private volatile @Nullable Mark mark;

    EventScorer(
            RuleSets ruleSets,
            Counterparties counterparties,
            ProtectiveTransfers exceptions,
            EventStore history,
            KeyedHash hash,
            ReceivingClock receiving) {
        this.ruleSets = ruleSets;
        this.counterparties = counterparties;
        this.exceptions = exceptions;
        this.history = history;
        this.hash = hash;
        this.receiving = receiving;
    }

    /** An assessed event, the answer to it, and what goes into the journal. */
    @SuppressWarnings("ArrayRecordComponent")
    record Scored(Assessed assessed, byte[] json, JournalRecord record, PersonState after) {}

    /** Assesses the event of {@code request} on {@code person}; empty when it is a repeat of one of the latest. */
    Optional<Scored> score(IntakeRequest request, CachedPerson person) {
        RuleSet rules = ruleSets.current();
        PersonState before = person.state();
        if (before.seen().find(request.event().key(), request.content()) != SeenEvents.Known.NEW) {
            return Optional.empty();
        }
        return Optional.of(scoreNew(request, before, rules));
    }

    /** The same for an event that the journal does not know. */
    Scored scoreNew(IntakeRequest request, CachedPerson person) {
        return scoreNew(request, person.state(), ruleSets.current());
    }

    private Scored scoreNew(IntakeRequest request, PersonState before, RuleSet rules) {
        Surroundings surroundings = surroundings(request, before, rules.watchlists());
        Assessed assessed = Assessor.assessNew(before, request.event(), request.content(), surroundings, rules);
        byte[] json = AssessmentJson.write(assessed.assessment());
        boolean snapshot = assessed.after().sinceSnapshot() >= EVENTS_PER_SNAPSHOT;
        byte[] bytes = snapshot ? PersonStateCodec.write(assessed.after()) : null;
        PersonState after = snapshot ? assessed.after().atSnapshot() : assessed.after();
        return new Scored(assessed, json, journalRecord(request, assessed, json, bytes, rules), after);
    }

    private JournalRecord journalRecord(
            IntakeRequest request, Assessed assessed, byte[] json, byte @Nullable [] snapshot, RuleSet rules) {
        PersonState before = assessed.before();
        Assessment assessment = assessed.assessment();
        boolean nothing = AssessmentJson.isNothing(assessment);
        return new JournalRecord(
                request.event(),
                before.personId(),
                request.body(),
                assessed.surroundings(),
                counterparty(
                        request.event(), before.profile(), rules.watchlists().numberPlan()),
                assessed.after().level(),
                AssessmentJson.flags(assessment),
                scoredBy(rules, assessment),
                nothing ? null : json,
                assessment.caseId() == null ? null : liveCall(assessed.after().profile()),
                snapshot,
                !before.registered(),
                request.receivedMillis());
    }

    private Surroundings surroundings(IntakeRequest request, PersonState person, Watchlists lists) {
        Event event = request.event();
        long at = receiving.believed(event, request.receivedMillis());
        Surroundings around = receiving.received(
                counterparties.around(event, at, person.personId(), lists.numberPlan()),
                event,
                request.receivedMillis());
        return isExcepted(request, person, lists) ? around.asProtectiveTransfer() : around;
    }

    private boolean isExcepted(IntakeRequest request, PersonState person, Watchlists lists) {
        if (!(request.event() instanceof TransactionEvent payment) || payment.direction() != Direction.OUT) {
            return false;
        }
        String account = payment.counterparty().accountForm();
        return account != null
                && exceptions
                        .find(person.personId(), account, Instant.ofEpochMilli(request.receivedMillis()))
                        .filter(it -> ExceptedAmount.covers(
                                it,
                                person.profile(),
                                payment,
                                receiving.believed(payment, request.receivedMillis()),
                                lists.rates()))
                        .isPresent();
    }

    /** Whether assessing needs nothing from the database now: a rule set has to be made known to the journal once. */
    boolean isReady() {
        Mark known = mark;
        return known != null && known.rules() == ruleSets.current();
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
        CounterpartyRef counterparty = CounterpartyRef.of(event, plan);
        if (counterparty == null || !counterparty.counts(event, before)) {
            return null;
        }
        return counterparty.payment() ? hash.account(counterparty.name()) : hash.number(counterparty.name());
    }
}

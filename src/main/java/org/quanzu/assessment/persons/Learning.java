package org.quanzu.assessment.persons;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.Persons.ConflictingFeedback;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.assessment.Persons.Feedback.Finding;
import org.quanzu.assessment.Persons.FeedbackGiven;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.event.TransactionEvent;
import org.quanzu.eventjson.Fault;
import org.quanzu.eventjson.InvalidBody;
import org.quanzu.eventjson.StoredEventReader;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.EventStore.First;
import org.quanzu.person.FeedbackLog;
import org.quanzu.person.Person;
import org.quanzu.person.Register;
import org.quanzu.personcache.CachedPerson;

/** Checks and keeps what a bank learned about events of a person; used inside a transaction, while the person is held. */
final class Learning {
    private static final Duration VERIFIED = Duration.ofDays(7);

    private final Register register;
    private final FeedbackLog log;
    private final EventStore history;
    private final Rescoring revision;
    private final PersonRebuilder rebuilder;
    private final Clock clock;

    Learning(
            Register register,
            FeedbackLog log,
            EventStore history,
            Rescoring revision,
            PersonRebuilder rebuilder,
            Clock clock) {
        this.register = register;
        this.log = log;
        this.history = history;
        this.revision = revision;
        this.rebuilder = rebuilder;
        this.clock = clock;
    }

    void learn(CachedPerson person, String source, Feedback feedback) {
        FeedbackLog.Feedback record = record(person.personId(), source, feedback);
        FeedbackLog.Feedback before = log.find(source, feedback.feedbackId()).orElse(null);
        if (before != null) {
            if (!isSame(before, record)) {
                throw new ConflictingFeedback(feedback.feedbackId());
            }
            return;
        }
        Set<String> payees = payees(person.personId(), source, feedback.eventIds());
        if (!log.append(record)) {
            throw new ConflictingFeedback(feedback.feedbackId());
        }
        verify(person, feedback.finding(), payees, "feedback " + source + " " + feedback.feedbackId());
        List<String> replaced = feedback.finding() == Finding.UNCLEAR ? List.of() : log.coveredBy(record);
        revision.told(new FeedbackGiven(person.personId(), source, feedback, replaced, record.receivedAt()));
    }

    private FeedbackLog.Feedback record(String personId, String source, Feedback feedback) {
        return new FeedbackLog.Feedback(
                source,
                feedback.feedbackId(),
                personId,
                feedback.finding().name(),
                feedback.eventIds(),
                feedback.lostAmount(),
                feedback.preventedAmount(),
                feedback.family(),
                feedback.note(),
                clock.instant());
    }

    private boolean isSame(FeedbackLog.Feedback one, FeedbackLog.Feedback other) {
        return nowKnownAs(one.personId()).equals(other.personId())
                && one.finding().equals(other.finding())
                && Set.copyOf(one.eventIds()).equals(Set.copyOf(other.eventIds()))
                && isSame(one.lostAmount(), other.lostAmount())
                && isSame(one.preventedAmount(), other.preventedAmount())
                && Objects.equals(one.family(), other.family())
                && Objects.equals(one.note(), other.note());
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private String nowKnownAs(String personId) {
        return register.find(personId).map(Person::mergedInto).orElse(personId);
    }

    /** Whom the payments among these events are to; refuses events that are not of this source and person. */
    private Set<String> payees(String personId, String source, List<String> eventIds) {
        List<Fault> faults = new ArrayList<>();
        Set<String> payees = new HashSet<>();
        for (int i = 0; i < eventIds.size(); i++) {
            First first = history.find(new EventKey(source, eventIds.get(i)));
            Event event = first == null ? null : StoredEventReader.read(first.body());
            if (first == null || event == null || !isOf(personId, first, event)) {
                faults.add(new Fault("/eventIds/" + i, fault(eventIds.get(i), first == null)));
            } else if (event instanceof TransactionEvent payment) {
                Optional.ofNullable(payment.counterparty().accountForm()).ifPresent(payees::add);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidBody(faults);
        }
        return payees;
    }

    /** Whether the event was scored for this person, or would be now. */
    private boolean isOf(String personId, First first, Event event) {
        return nowKnownAs(first.personId()).equals(personId)
                || rebuilder.owner(event.header().person()).equals(personId);
    }

    private static String fault(String eventId, boolean unknown) {
        return unknown
                ? "names the event \"" + eventId + "\", which this source never sent\nMaybe it has not arrived yet"
                : "names the event \"" + eventId + "\", which is about another person\nMaybe the ids are mixed up";
    }

    /** Genuine payees are verified for a while; those of a scam are verified no longer. */
    private void verify(CachedPerson person, Finding finding, Set<String> payees, String cause) {
        Instant now = clock.instant();
        Set<String> verified =
                person.state().profile().attributes().verifiedPayees().keySet();
        Map<String, Long> until = new HashMap<>();
        for (String payee : payees) {
            if (finding == Finding.GENUINE) {
                until.put(payee, now.plus(VERIFIED).toEpochMilli());
            } else if (finding == Finding.CONFIRMED_SCAM && verified.contains(payee)) {
                until.put(payee, now.toEpochMilli());
            }
        }
        if (!until.isEmpty()) {
            register.verify(person.personId(), until, now);
            revision.keep(person.state(), cause, now);
        }
    }
}

package org.quanzu.assessment;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessor.Assessor;
import org.quanzu.assessor.AssessorResult.Assessed;
import org.quanzu.assessor.PersonState;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.EventStore.Recorded;
import org.quanzu.person.Alias;
import org.quanzu.person.Aliases;
import org.quanzu.person.Person;
import org.quanzu.person.Register;
import org.quanzu.personcache.PersonLoader;
import org.quanzu.profile.Profile;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.RuleSet;

/**
 * Makes a person anew from the stored events that are theirs by the links there are now, in the order they came, as if the
 * links had always been so. A status goes with its transaction.
 */
final class PersonRebuilder {
    private final EventStore events;
    private final Register register;
    private final Aliases aliases;
    private final PersonLoader loader;
    private final RuleSets ruleSets;

    PersonRebuilder(EventStore events, Register register, Aliases aliases, PersonLoader loader, RuleSets ruleSets) {
        this.events = events;
        this.register = register;
        this.aliases = aliases;
        this.loader = loader;
        this.ruleSets = ruleSets;
    }

    /** A person made anew, and when the latest of the events was received that people are warned of; null: none was. */
    record Rebuilt(PersonState state, @Nullable Instant warnedAt) {}

    /** {@code personId} made anew; {@code scoredFor} are the persons whom the events may have been scored for. */
    Rebuilt rebuild(String personId, Collection<String> scoredFor) {
        Replay replay = new Replay(personId);
        events.stream(Instant.EPOCH, Instant.ofEpochSecond(FAR), scoredFor, stored -> replay.take(stored.recorded()));
        return new Rebuilt(replay.state, replay.warnedAt);
    }

    private static final long FAR = 253_402_300_799L;

    /** The state after the events so far. */
    private final class Replay {
        private final RuleSet rules = ruleSets.current();
        private final String personId;
        private final Map<PersonRef, String> owners = new HashMap<>();
        private final Set<EventKey> own = new HashSet<>();
        private PersonState state;
        private @Nullable Instant warnedAt;

        Replay(String personId) {
            this.personId = personId;
            state = PersonState.of(
                    Profile.empty(personId).seenWith(rules.watchlists()).withAttributes(loader.attributes(personId)));
        }

        void take(Recorded recorded) {
            Event event = recorded.event();
            if (isOwn(event)) {
                own.add(event.key());
                Assessed assessed =
                        Assessor.assessNew(state, event, recorded.content(), recorded.surroundings(), rules);
                state = assessed.after();
                note(assessed);
            }
        }

        private void note(Assessed assessed) {
            boolean warns = assessed.assessment().caseId() != null
                    && !assessed.assessment().late();
            Long received = assessed.surroundings().receivedMillis();
            if (warns && received != null) {
                warnedAt = Instant.ofEpochMilli(received);
            }
        }

        private boolean isOwn(Event event) {
            if (event instanceof TransactionStatusEvent status) {
                return own.contains(new EventKey(status.header().source(), status.transactionId()));
            }
            return owners.computeIfAbsent(event.header().person(), PersonRebuilder.this::owner)
                    .equals(personId);
        }
    }

    private String owner(PersonRef ref) {
        if (ref.personId() != null) {
            String id = ref.personId();
            return register.find(id).map(Person::mergedInto).orElse(id);
        }
        Alias alias = aliases.of(ref);
        return register.linked(alias).orElseGet(alias::provisionalId);
    }
}

package org.quanzu.assessment.persons;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.quanzu.journal.Partitions;
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
    private final Partitions partitions;
    private final Register register;
    private final Aliases aliases;
    private final PersonLoader loader;
    private final RuleSets ruleSets;

    PersonRebuilder(
            EventStore events,
            Partitions partitions,
            Register register,
            Aliases aliases,
            PersonLoader loader,
            RuleSets ruleSets) {
        this.events = events;
        this.partitions = partitions;
        this.register = register;
        this.aliases = aliases;
        this.loader = loader;
        this.ruleSets = ruleSets;
    }

    /** A person made anew, and when the latest of the events was received that people are warned of; null: none was. */
    record Rebuilt(PersonState state, @Nullable Instant warnedAt) {}

    /** {@code personId} made anew, as far as its events are still kept. */
    Rebuilt rebuild(String personId) {
        Replay replay = new Replay(personId);
        Collection<String> storedUnder = register.storedUnder(personId);
        events.stream(Instant.EPOCH, Instant.ofEpochSecond(FAR), storedUnder, stored -> replay.take(stored.recorded()));
        return new Rebuilt(replay.state.registered(true, null), replay.warnedAt);
    }

    /** Whether all events there ever were of this person are still kept, so that nothing is lost by rebuilding. */
    boolean isWhole(String personId) {
        Instant opened = register.openedAt(register.storedUnder(personId));
        List<LocalDate> days = partitions.before(LocalDate.MAX);
        return opened == null
                || days.isEmpty()
                || !opened.atOffset(ZoneOffset.UTC).toLocalDate().isBefore(days.get(0));
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

    /** The person meant now, whoever that turned out to be. */
    String owner(PersonRef ref) {
        String id = Objects.requireNonNullElseGet(ref.personId(), () -> named(ref));
        return register.find(id).map(Person::mergedInto).orElse(id);
    }

    /** Whom a phone or account names; as {@link org.quanzu.person.Identities} finds it, but now. */
    private String named(PersonRef ref) {
        List<Alias> every = ref.phone() != null
                ? aliases.everyOfPhone(ref.phone())
                : aliases.everyOfAccount(Objects.requireNonNull(ref.account()));
        Alias alias = every.get(0);
        return register.linked(alias)
                .or(() -> every.stream().skip(1).findFirst().flatMap(this::formerly))
                .orElseGet(alias::provisionalId);
    }

    private Optional<String> formerly(Alias former) {
        return register.linked(former)
                .or(() -> register.find(former.provisionalId()).map(Person::personId));
    }
}

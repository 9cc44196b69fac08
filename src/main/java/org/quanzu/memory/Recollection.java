package org.quanzu.memory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Fact;
import org.quanzu.journal.History;
import org.quanzu.journal.History.Recorded;
import org.quanzu.journal.History.Snapshot;
import org.quanzu.journal.Line;
import org.quanzu.journal.Standing;
import org.quanzu.memory.HotPerson.Recollected;
import org.quanzu.person.Person;
import org.quanzu.person.Register;
import org.quanzu.person.Register.Belongings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.SnapshotReader;
import org.quanzu.profile.Update;
import org.quanzu.rules.RuleSets;
import org.quanzu.watchlist.Watchlists;

/** Brings a person back from the last snapshot and the events after it. */
public final class Recollection {
    private final History history;
    private final Register register;
    private final RuleSets ruleSets;

    public Recollection(History history, Register register, RuleSets ruleSets) {
        this.history = history;
        this.register = register;
        this.ruleSets = ruleSets;
    }

    Recollected of(String personId) {
        Optional<Person> person = register.find(personId);
        Watchlists lists = ruleSets.current().watchlists();
        Attributes attributes = person.map(this::attributes).orElse(Attributes.NONE);
        Snapshot snapshot = history.snapshot(personId);
        List<Recorded> events = history.eventsAfter(personId, snapshot);
        Profile profile = start(personId, snapshot, attributes, lists);
        RecentKeys keys = new RecentKeys();
        for (Fact fact : profile.facts()) {
            keys.add(fact.key());
        }
        Standing standing = snapshot == null ? Standing.NONE : snapshot.standing();
        for (Recorded recorded : events) {
            profile = Update.of(profile, recorded.event(), recorded.surroundings(), lists)
                    .after();
            keys.add(recorded.event().key());
            standing = (recorded.flags() & Line.TOO_LATE) == 0 ? recorded.standing() : standing;
        }
        return new Recollected(
                profile,
                standing,
                keys,
                events.size(),
                person.isPresent(),
                person.map(Person::mergedInto).orElse(null));
    }

    private static Profile start(
            String personId, @Nullable Snapshot snapshot, Attributes attributes, Watchlists lists) {
        return snapshot == null
                ? Profile.empty(personId).withAttributes(attributes)
                : SnapshotReader.read(snapshot.bytes(), personId, attributes, lists);
    }

    /** What was told of the person and of the household, as facts may see it. */
    public Attributes attributes(Person person) {
        Belongings household = person.household().isEmpty() ? Belongings.NONE : register.belongings(person.household());
        return new Attributes(
                person.ownAccounts(),
                household.accounts(),
                household.phones().stream()
                        .map(phone -> ruleSets.current()
                                .watchlists()
                                .numberPlan()
                                .read(phone)
                                .value())
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.toSet()),
                person.verified());
    }
}

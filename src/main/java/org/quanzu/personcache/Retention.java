package org.quanzu.personcache;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.quanzu.assessor.PersonStateCodec;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.Journal;
import org.quanzu.journal.Partitions;
import org.quanzu.personcache.PersonCache.Held;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares the days to come and lets go of days past, after keeping the profiles that rest on them. */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Partitions partitions;
    private final EventStore history;
    private final PersonCache persons;
    private final Journal journal;
    private final InstantSource clock;
    private final int days;

    public Retention(
            Partitions partitions,
            EventStore history,
            PersonCache persons,
            Journal journal,
            InstantSource clock,
            int days) {
        this.partitions = partitions;
        this.history = history;
        this.persons = persons;
        this.journal = journal;
        this.clock = clock;
        this.days = days;
    }

    public void run() {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        partitions.prepare(today);
        for (LocalDate day : partitions.before(today.minusDays(days))) {
            if (partitions.isAwaited(day)) {
                LOG.warn(
                        "Events received on {} stay for now: a consumer of the journal has not come to all of them",
                        day);
                continue;
            }
            partitions.personsNeeding(day).forEach(this::keep);
            partitions.drop(day);
            LOG.info("Events received on {} are dropped after {} days", day, days);
        }
    }

    private void keep(String personId) {
        try (Held held = persons.holdQuiet(Set.of(personId))) {
            CachedPerson person = persons.get(personId);
            history.keep(
                    personId,
                    journal.nextSeq(),
                    PersonStateCodec.write(person.state()),
                    person.state().level());
            persons.forget(personId);
        }
    }
}

package org.quanzu.simulation.period;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;
import org.quanzu.eventjson.EventReader;
import org.quanzu.eventjson.Fault;
import org.quanzu.eventjson.Fields;
import org.quanzu.eventjson.InvalidBody;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Surroundings;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.witness.Example;
import org.quanzu.simulation.witness.Witness;
import org.quanzu.simulation.witness.Witness.Testimony;

/**
 * A folder with a period of real life, in the files that an export writes: {@code events.ndjson} as the API takes them, in
 * order of time and with a {@code personId} each; {@code truth.ndjson} and {@code episodes.ndjson}, see {@link Labels}; and,
 * where there is one, {@code persons.ndjson} ({@code personId}, {@code ownAccounts}, {@code householdAccounts}, {@code
 * householdNumbers}). All persons live in memory at once, their events do not.
 */
public final class Period {
    private static final String SOURCE = "period";

    private final Path folder;
    private final RuleSet ruleSet;
    private final Labels labels;
    private final Map<String, Attributes> told;
    private final CachedRecentContacts contacts;
    private final Map<String, Subject> subjects = new HashMap<>();
    private final EventReader reader = new EventReader(InstantSource.system());
    private long events;
    private long labelled;
    private @Nullable Long begins;

    private Period(Path folder, RuleSet ruleSet, Labels labels, Map<String, Attributes> told) {
        this.folder = folder;
        this.ruleSet = ruleSet;
        this.labels = labels;
        this.told = told;
        contacts = new CachedRecentContacts(ruleSet.watchlists().numberPlan());
    }

    /** Reads what is known about persons and scams of {@code folder}; fails with {@link InvalidPeriod}. */
    public static Period read(Path folder, RuleSet ruleSet) {
        Labels labels = Labels.read(
                folder,
                ruleSet.families().stream()
                        .filter(Family::ofScam)
                        .map(Family::id)
                        .collect(Collectors.toSet()));
        Map<String, Attributes> told = new HashMap<>();
        Path persons = folder.resolve("persons.ndjson");
        if (Files.exists(persons)) {
            Lines.each(persons, line -> Fields.of(line).build(it -> person(it, told)));
        }
        return new Period(folder, ruleSet, labels, told);
    }

    private static Boolean person(Fields fields, Map<String, Attributes> told) {
        fields.skip("sex", "age", "town", "occupation", "personas", "victim");
        told.put(
                fields.text("personId"),
                new Attributes(
                        fields.texts("ownAccounts"),
                        fields.texts("householdAccounts"),
                        fields.texts("householdNumbers"),
                        Map.of()));
        return Boolean.TRUE;
    }

    /** What was read: {@code unmet}: events that {@code truth.ndjson} names and {@code events.ndjson} does not have. */
    public record Told(List<Example> examples, long events, int persons, int scams, long unmet) {
        public Told {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Tells all events to the rules. The first {@code warmUpDays} only show what is usual for whom. {@code weight}: how much a
     * day of a scam counts against an ordinary one; {@code step} is told after each event.
     */
    public Told tell(int warmUpDays, double weight, Runnable step) {
        long warmUp = Duration.ofDays(warmUpDays).toMillis();
        Lines.each(folder.resolve("events.ndjson"), line -> {
            take(reader.read(line, SOURCE), warmUp);
            step.run();
        });
        List<Example> examples = subjects.values().stream()
                .flatMap(it -> it.examples(labels, weight))
                .toList();
        return new Told(examples, events, subjects.size(), labels.scams(), Math.max(0, labels.events() - labelled));
    }

    private void take(Event event, long warmUp) {
        String person = event.header().person().personId();
        if (person == null) {
            throw new InvalidBody(
                    List.of(new Fault("/personId", "is missing\nMaybe replace phone or account by an id of your own")));
        }
        events++;
        Subject subject = subjects.computeIfAbsent(person, this::subject);
        Witness witness = subject.witness();
        Surroundings around = contacts.around(event, person, witness.profile());
        int episode = labels.episode(event.header().eventId());
        if (episode >= 0) {
            labelled++;
            subject.scammed(episode);
        }
        long at = event.occurredAt().toInstant().toEpochMilli();
        if (at < begin(event) + warmUp) {
            witness.listen(event, around, episode);
        } else {
            note(subject, witness.score(event, around, episode), at);
        }
    }

    /** The midnight before the first event, where that happened. */
    private long begin(Event event) {
        if (begins == null) {
            begins = event.occurredAt().truncatedTo(ChronoUnit.DAYS).toInstant().toEpochMilli();
        }
        return begins;
    }

    private static void note(Subject subject, Testimony testimony, long atMillis) {
        if (!testimony.isEmpty()) {
            subject.note(testimony.assessment(), atMillis, testimony.episode());
        }
    }

    private Subject subject(String person) {
        return new Subject(subjects.size(), new Witness(person, told.getOrDefault(person, Attributes.NONE), ruleSet));
    }
}

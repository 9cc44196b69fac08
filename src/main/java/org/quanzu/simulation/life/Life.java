package org.quanzu.simulation.life;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.city.Persona;
import org.quanzu.simulation.city.Playbook;
import org.quanzu.simulation.population.Casting;
import org.quanzu.simulation.population.Chance;
import org.quanzu.simulation.population.Inhabitant;
import org.quanzu.simulation.population.Population;
import org.quanzu.simulation.script.Script;

/** What happens to one person, day by day: habits, ordinary personas, and perhaps a scam, which is followed to its end. */
public final class Life {
    private static final long DAY = 86_400;
    private static final long MILLIS = 1000;
    private static final int LONGEST_EPISODE = 100;
    private static final double SAVINGS = 3;

    private final City city;
    private final Casting casting;
    private final Inhabitant person;
    private final RandomGenerator random;
    private final Diary diary;
    private final EventTimes times;
    private final Routine routine;
    private final List<Performance> running = new ArrayList<>();
    private final List<Coming> coming = new ArrayList<>();
    private final @Nullable EpisodeLog log;
    private @Nullable Performance scam;
    private int day;

    /** A script that will begin at {@code second}. */
    private record Coming(
            Script script,
            long second,
            Truth truth,
            @Nullable EpisodeLog log) {}

    Life(City city, Casting casting, Population.Drawn drawn) {
        this.city = city;
        this.casting = casting;
        person = drawn.inhabitant();
        random = Chance.of(city.seed() ^ 0x5EED, person.resident().index());
        diary = new Diary(person.income() * SAVINGS * random.nextDouble());
        times = EventTimes.of(
                city.seed(), person.resident().index(), city.span().offset());
        routine = new Routine(city, person, random);
        drawn.personas().stream()
                .sorted(java.util.Comparator.comparing(Persona::name))
                .forEach(this::plan);
        Playbook playbook = drawn.scam();
        log = playbook == null ? null : new EpisodeLog(person.resident().index(), playbook);
        if (playbook != null) {
            long at = city.span().second(city.span().warmUpDays())
                    + random.nextLong(city.span().days() * DAY);
            Truth truth = new Truth(person.resident().index(), "", BigDecimal.ZERO, null);
            coming.add(new Coming(playbook.script(), at, truth, log));
        }
    }

    private void plan(Persona persona) {
        Truth truth = new Truth(-1, "", BigDecimal.ZERO, persona.name());
        double gap = persona.everyDays() > 0 ? persona.everyDays() : city.span().lived();
        double at = gap * random.nextDouble();
        while (at < city.span().lived()) {
            coming.add(new Coming(persona.script(), city.span().second(0) + Math.round(at * DAY), truth, null));
            at += persona.everyDays() > 0
                    ? gap * (0.5 + random.nextDouble())
                    : city.span().lived();
        }
    }

    public Inhabitant person() {
        return person;
    }

    /** Whether there is another day to tell. */
    public boolean hasNext() {
        return day < city.span().lived() || isInScam() && day < city.span().lived() + LONGEST_EPISODE;
    }

    private boolean isInScam() {
        return scam != null || !diary.isEmpty() && log != null;
    }

    /** Whether the next day is lived before those that are measured. */
    public boolean isWarmUp() {
        return day < city.span().warmUpDays();
    }

    /** What is told on the next day, in order of time. */
    public List<Happening> next() {
        long begin = city.span().second(day);
        long end = begin + DAY;
        routine.day(begin).forEach(start -> begin(start.script(), start.second(), Truth.EVERYDAY, null));
        List<Coming> due = coming.stream().filter(it -> it.second() < end).toList();
        coming.removeAll(due);
        due.forEach(it -> begin(it.script(), it.second(), it.truth(), it.log()));
        running.removeIf(performance -> !performance.play(end));
        if (scam != null && !running.contains(scam)) {
            scam = null;
        }
        day++;
        return diary.before(end * MILLIS);
    }

    private void begin(Script script, long second, Truth truth, @Nullable EpisodeLog ofScam) {
        long start = script.starts()
                .next(java.time.Instant.ofEpochSecond(second).atZone(city.span().offset()))
                .toEpochSecond();
        Scene scene = new Scene(script, person, casting, diary, random, times, truth, ofScam);
        Deeds deeds = new Deeds(scene, new Amounts(script, person, diary, random));
        Performance performance =
                new Performance(script, deeds, random, start, city.span().offset());
        running.add(performance);
        if (ofScam != null) {
            scam = performance;
        }
    }

    /** The scam so far; empty when there was none. */
    public Optional<Episode> episode() {
        return log == null || log.isEmpty() ? Optional.empty() : Optional.of(log.episode());
    }
}

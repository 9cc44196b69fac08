package org.quanzu.simulation.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanzu.simulation.feed.Feed.Told;
import org.quanzu.simulation.life.Episode;
import tools.jackson.databind.JsonNode;

/** What a server answered on the measured days: levels of persons during scams, and of those whom no scam reached. */
public final class Answers {
    private final Map<Integer, Map<String, NavigableSet<Long>>> reached = new HashMap<>();
    private final Map<String, Set<Integer>> inTime = new TreeMap<>();
    private final Map<String, Set<Integer>> ordinary = new TreeMap<>();
    private long events;
    private long refused;
    private long degraded;
    private int scams;
    private @Nullable String firstRefusal;

    void note(Told told, JsonNode answer) {
        events++;
        String level = answer.path("level").stringValue(null);
        if (level == null) {
            refused++;
            firstRefusal = firstRefusal == null ? answer.toString() : firstRefusal;
        } else if (told.measured()) {
            degraded += answer.path("degraded").booleanValue(false) ? 1 : 0;
            reached.computeIfAbsent(told.person(), none -> new HashMap<>())
                    .computeIfAbsent(level, none -> new TreeSet<>())
                    .add(told.happening().atMillis());
        }
    }

    void close(List<Episode> episodes) {
        Set<Integer> victims = new HashSet<>();
        for (Episode episode : episodes) {
            victims.add(episode.resident());
            episode.mainLossMillis().ifPresent(main -> {
                scams++;
                of(episode.resident()).forEach((level, times) -> {
                    Long at = times.ceiling(episode.startMillis());
                    if (at != null && at <= main) {
                        add(inTime, level, episode.resident());
                    }
                });
            });
        }
        reached.keySet().stream()
                .filter(person -> !victims.contains(person))
                .forEach(person -> of(person).keySet().forEach(level -> add(ordinary, level, person)));
    }

    private Map<String, NavigableSet<Long>> of(int person) {
        return reached.getOrDefault(person, Map.of());
    }

    private static void add(Map<String, Set<Integer>> persons, String level, int person) {
        persons.computeIfAbsent(level, none -> new HashSet<>()).add(person);
    }

    public long events() {
        return events;
    }

    public long refused() {
        return refused;
    }

    /** Answers given from the last known level, for want of time. */
    public long degraded() {
        return degraded;
    }

    /** One of the refusals as it came, null where there was none. */
    public @Nullable String firstRefusal() {
        return firstRefusal;
    }

    /** How many scams took money. */
    public int scams() {
        return scams;
    }

    /** How many of them were given each level before their main loss. */
    public Map<String, Integer> inTime() {
        return sizes(inTime);
    }

    /** How many persons whom no scam reached were given each level. */
    public Map<String, Integer> ordinary() {
        return sizes(ordinary);
    }

    private static Map<String, Integer> sizes(Map<String, Set<Integer>> persons) {
        Map<String, Integer> sizes = new TreeMap<>();
        persons.forEach((level, them) -> sizes.put(level, them.size()));
        return sizes;
    }
}

package org.quanzu.console.quality;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quanzu.desk.label.Verdict;
import org.quanzu.desk.precision.Figures.OfEpisodes;

/** Scams by the family that was warned of and the one that was found; empty text stands for one not told. */
public record Confusion(List<String> found, List<Row> rows) {

    /** The scams warned of as one family, by the family found, in the order of the columns. */
    public record Row(String warned, List<Integer> counts) {}

    static Confusion of(List<OfEpisodes> episodes) {
        List<OfEpisodes> scams = episodes.stream()
                .filter(some -> some.verdict() == Verdict.SCAM && some.now() > 0)
                .toList();
        List<String> found = Stream.concat(new TreeSet<>(named(scams)).stream(), Stream.of(""))
                .toList();
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        scams.forEach(some -> counts.computeIfAbsent(some.family(), family -> new TreeMap<>())
                .merge(Objects.requireNonNullElse(some.familyFound(), ""), some.now(), Integer::sum));
        List<Row> rows = counts.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey(),
                        found.stream()
                                .map(family -> entry.getValue().getOrDefault(family, 0))
                                .toList()))
                .toList();
        return new Confusion(found, rows);
    }

    private static List<String> named(List<OfEpisodes> scams) {
        return scams.stream()
                .flatMap(some -> Stream.ofNullable(some.familyFound()))
                .toList();
    }
}

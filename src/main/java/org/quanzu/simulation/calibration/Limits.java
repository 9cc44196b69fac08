package org.quanzu.simulation.calibration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;

/**
 * What analysts allow a calibration. {@code heldOut}: the share of persons the gain is measured on, between 0 and 1;
 * {@code leastSeen}: a rule that matched on fewer days keeps its points; {@code cost}: of an error against that of large
 * points (C of the logistic regression); {@code level}: its false alarms stay as many as they are; {@code
 * scamWeight}: how much a day of a scam counts against an ordinary one in a labelled period; {@code all} and {@code rules}: from how few to how many points, away from zero.
 */
public record Limits(
        double heldOut,
        int leastSeen,
        double cost,
        String level,
        double scamWeight,
        Span all,
        Map<String, Span> rules) {
    private static final List<String> FIELDS =
            List.of("held_out", "least_seen", "cost", "level", "scam_weight", "points", "rules");
    private static final int MOST_POINTS = 100;
    private static final int MOST_DAYS = 1_000_000;

    public Limits {
        rules = Map.copyOf(rules);
    }

    /** Points from {@code least} to {@code most}, both without a sign. */
    public record Span(int least, int most) {
        int clamp(long points) {
            return (int) Math.max(least, Math.min(most, points));
        }
    }

    /** Reads limits for the rules and levels of {@code ruleSet}. */
    public static Limits read(Path file, RuleSet ruleSet) {
        Set<String> known = ruleSet.rules().stream().map(Rule::id).collect(Collectors.toSet());
        Fields fields = Place.of(file).fields(FIELDS);
        Map<String, Span> rules = new TreeMap<>();
        fields.find("rules")
                .ifPresent(place -> place.names().all().forEach((id, span) -> {
                    if (!known.contains(id)) {
                        throw Fields.unknown(span, "rule", id, known);
                    }
                    rules.put(id, span(span));
                }));
        return new Limits(
                share(fields.need("held_out")),
                (int) Plain.whole(fields.need("least_seen"), 1, MOST_DAYS),
                cost(fields.need("cost")),
                level(fields.need("level"), ruleSet),
                fields.find("scam_weight").map(Limits::weight).orElse(1.0),
                span(fields.need("points")),
                rules);
    }

    private static double share(Place place) {
        double share = Plain.share(place);
        if (share == 0 || share == 1) {
            throw place.wrong("is " + place.text() + ", which leaves nobody on one side\nMaybe 0.3");
        }
        return share;
    }

    private static String level(Place place, RuleSet ruleSet) {
        List<String> levels = ruleSet.levels().all().stream().map(Level::code).toList();
        if (!levels.contains(place.text())) {
            throw Fields.unknown(place, "level", place.text(), levels);
        }
        return place.text();
    }

    private static double weight(Place place) {
        double weight = Plain.number(place);
        if (weight == 0) {
            throw place.wrong(
                    "is 0, which counts no scam at all\nMaybe 1, or the real share of scams over that in the period");
        }
        return weight;
    }

    private static double cost(Place place) {
        double cost = Plain.number(place);
        if (cost == 0) {
            throw place.wrong("is 0, which makes all points 0\nMaybe 1");
        }
        return cost;
    }

    private static Span span(Place place) {
        List<Place> two = place.list();
        if (two.size() != 2) {
            throw place.wrong("has " + two.size() + " numbers, but limits are two\nMaybe [0, 40]");
        }
        Span span =
                new Span((int) Plain.whole(two.get(0), 0, MOST_POINTS), (int) Plain.whole(two.get(1), 0, MOST_POINTS));
        if (span.least() > span.most()) {
            throw place.wrong("begins above its end\nMaybe [" + span.most() + ", " + span.least() + "]");
        }
        return span;
    }

    Span of(String rule) {
        return rules.getOrDefault(rule, all);
    }
}

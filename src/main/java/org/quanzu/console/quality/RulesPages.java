package org.quanzu.console.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.precision.Figures;
import org.quanzu.desk.precision.Figures.Counts;
import org.quanzu.desk.precision.Figures.OfEpisodes;
import org.quanzu.desk.precision.Figures.OfRule;
import org.quanzu.desk.precision.Period;
import org.quanzu.desk.precision.Tally;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Text;
import org.springframework.stereotype.Component;

/** Puts figures and rules together. */
@Component
class RulesPages {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final String GONE = "GONE";
    private final Figures figures;
    private final RuleSets ruleSets;

    RulesPages(Figures figures, RuleSets ruleSets) {
        this.figures = figures;
        this.ruleSets = ruleSets;
    }

    RulesPage page(Choice choice) {
        Period period = Period.of(choice.days(), figures.today());
        Counts counts = figures.of(period);
        RuleSet rules = ruleSets.current();
        List<OfEpisodes> episodes = counts.episodes();
        return new RulesPage(
                period,
                rows(counts, rules).stream()
                        .filter(choice::includes)
                        .sorted(choice.order().comparator(choice.down()))
                        .toList(),
                tally(episodes, OfEpisodes::now),
                episodes.stream()
                        .filter(OfEpisodes::disputed)
                        .mapToInt(OfEpisodes::now)
                        .sum(),
                counts.unwarned(),
                groups(episodes, OfEpisodes::family, scams(rules)),
                groups(episodes, OfEpisodes::level, levels(rules)),
                Confusion.of(episodes));
    }

    /** A row for every rule that may speak, and for every other that did. */
    private static List<RuleRow> rows(Counts counts, RuleSet rules) {
        Map<String, OfRule> spoken = new HashMap<>();
        counts.rules().forEach(counted -> spoken.put(counted.rule(), counted));
        List<RuleRow> rows = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Rule rule : rules.rules()) {
            known.add(rule.id());
            OfRule counted = spoken.get(rule.id());
            if (counted != null || rule.status() != Rule.Status.RETIRED) {
                rows.add(row(rule, counted));
            }
        }
        counts.rules().stream()
                .filter(counted -> !known.contains(counted.rule()))
                .forEach(counted -> rows.add(gone(counted, rules)));
        return rows;
    }

    private static RuleRow row(Rule rule, @Nullable OfRule counted) {
        OfRule of = counted == null ? new OfRule(rule.id(), Tally.NONE, Tally.NONE, 0, 0, null) : counted;
        Text sentence = sentence(rule.reason());
        return row(rule.family(), rule.status().name(), sentence, of);
    }

    private static RuleRow gone(OfRule counted, RuleSet rules) {
        String id = counted.rule();
        String family = rules.families().stream()
                .filter(known -> id.startsWith(known.prefix() + "-"))
                .map(Family::id)
                .findFirst()
                .orElse("");
        return row(family, GONE, new Text(id, id), counted);
    }

    /** A rule of ordinary life is right about what was no scam. */
    private static RuleRow row(String family, String status, Text sentence, OfRule of) {
        boolean ordinary = family.equals(Family.ORDINARY);
        return new RuleRow(
                of.rule(),
                family,
                status,
                sentence,
                of.now(),
                Bar.of(ordinary ? of.now().calm() : of.now().precision()),
                Bar.of(ordinary ? of.before().calm() : of.before().precision()),
                of.alone(),
                of.caught(),
                of.warnedAt());
    }

    /** A reason without the facts of a case. */
    static Text sentence(Text reason) {
        return new Text(
                PLACEHOLDER.matcher(reason.en()).replaceAll("…"),
                PLACEHOLDER.matcher(reason.zh()).replaceAll("…"));
    }

    private static List<String> scams(RuleSet rules) {
        return rules.families().stream().filter(Family::ofScam).map(Family::id).toList();
    }

    private static List<String> levels(RuleSet rules) {
        return rules.levels().all().stream().map(Level::code).toList();
    }

    /** What is known first, in the order of the rules, then what is there beside. */
    private static List<GroupRow> groups(
            List<OfEpisodes> episodes, Function<OfEpisodes, String> group, List<String> known) {
        Map<String, List<OfEpisodes>> groups = new TreeMap<>();
        episodes.forEach(some -> groups.computeIfAbsent(group.apply(some), id -> new ArrayList<>())
                .add(some));
        List<String> ids = new ArrayList<>(known);
        groups.keySet().stream().filter(id -> !known.contains(id)).forEach(ids::add);
        return ids.stream()
                .map(id -> {
                    List<OfEpisodes> some = groups.getOrDefault(id, List.of());
                    return GroupRow.of(id, tally(some, OfEpisodes::now), tally(some, OfEpisodes::before));
                })
                .toList();
    }

    private static Tally tally(List<OfEpisodes> episodes, Function<OfEpisodes, Integer> count) {
        return episodes.stream()
                .map(some -> Tally.of(some.verdict(), count.apply(some)))
                .reduce(Tally.NONE, Tally::plus);
    }
}

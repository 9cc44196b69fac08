package org.quanzu.desk.label;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;

/**
 * How much an episode rests on single rules: those {@code alone} in their class of evidence, and the {@code sole} one that
 * warned at all. Rules of ordinary life warn of nothing; a rule that is gone has no class.
 */
record Voices(List<String> alone, @Nullable String sole) {

    static Voices of(List<String> ids, RuleSet rules) {
        Map<String, Rule> known = rules.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        String ordinary = ordinaryPrefix(rules);
        List<String> warning =
                ids.stream().filter(id -> !id.startsWith(ordinary)).toList();
        Map<Evidence, List<String>> classes = new EnumMap<>(Evidence.class);
        warning.stream()
                .map(known::get)
                .filter(rule -> rule != null)
                .forEach(rule -> classes.merge(rule.evidence(), List.of(rule.id()), Voices::joined));
        List<String> alone = classes.values().stream()
                .filter(members -> members.size() == 1)
                .flatMap(List::stream)
                .toList();
        return new Voices(alone, warning.size() == 1 ? warning.get(0) : null);
    }

    private static String ordinaryPrefix(RuleSet rules) {
        return rules.families().stream()
                .filter(family -> family.id().equals(Family.ORDINARY))
                .map(family -> family.prefix() + "-")
                .findFirst()
                .orElse("ORD-");
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}

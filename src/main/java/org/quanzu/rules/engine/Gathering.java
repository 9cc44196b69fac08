package org.quanzu.rules.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.profile.Profile;
import org.quanzu.scoring.Hit;

/** All matches of one rule in one evaluation: their evidence together, and the match with the latest evidence. */
final class Gathering {
    private final CompiledRule rule;
    private final Set<Fact> evidence = new LinkedHashSet<>();
    private @Nullable Match latest;
    private List<Fact> latestEvidence = List.of();

    Gathering(CompiledRule rule) {
        this.rule = rule;
    }

    boolean isEmpty() {
        return latest == null;
    }

    void add(Match match) {
        Set<Fact> found = new LinkedHashSet<>();
        match.getObjects().forEach(object -> collect(object, found));
        for (String variable : match.getDeclarationIds()) {
            if (rule.source().evidence().contains(variable)) {
                collect(match.getDeclarationValue(variable), found);
            }
        }
        evidence.addAll(found);
        List<Fact> newestFirst = new ArrayList<>(found);
        newestFirst.sort(Profile.ORDER.reversed());
        if (latest == null || isLater(newestFirst, latestEvidence)) {
            latest = match;
            latestEvidence = newestFirst;
        }
    }

    private static void collect(@Nullable Object object, Set<Fact> found) {
        if (object instanceof Fact fact && !(fact instanceof Now)) {
            found.add(fact);
        } else if (object instanceof Collection<?> many) {
            many.forEach(one -> collect(one, found));
        }
    }

    /** Compares the newest evidence first; of two that begin alike the longer is later. */
    private static boolean isLater(List<Fact> one, List<Fact> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Profile.ORDER.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order > 0;
            }
        }
        return one.size() > other.size();
    }

    Hit hit() {
        Map<String, Object> bound = new HashMap<>();
        Match match = java.util.Objects.requireNonNull(latest);
        for (String variable : match.getDeclarationIds()) {
            bound.put(variable, match.getDeclarationValue(variable));
        }
        List<Fact> inOrder = new ArrayList<>(evidence);
        inOrder.sort(Profile.ORDER);
        return new Hit(rule.rule(), inOrder, rule.source().reason().apply(bound));
    }
}

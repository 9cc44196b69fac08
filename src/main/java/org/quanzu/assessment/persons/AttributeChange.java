package org.quanzu.assessment.persons;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanzu.person.Alias;
import org.quanzu.person.source.ToldAttributes;

/**
 * What changes when a source tells of {@code personId}, who is a part of {@code root}: what is to be kept, and the aliases
 * that name the person from now on or no longer; {@code taken} are gained aliases that are another person's until now.
 */
record AttributeChange(
        String personId,
        String root,
        List<ToldAttributes> kept,
        Set<Alias> gained,
        Set<Alias> lost,
        Map<Alias, String> taken) {

    AttributeChange {
        kept = List.copyOf(kept);
        gained = Set.copyOf(gained);
        lost = Set.copyOf(lost);
        taken = Map.copyOf(taken);
    }

    Set<Alias> aliases() {
        Set<Alias> all = new HashSet<>(gained);
        all.addAll(lost);
        return all;
    }

    /** All persons who are other persons afterwards. */
    Set<String> concerned() {
        Set<String> concerned = new HashSet<>(taken.values());
        aliases().forEach(alias -> concerned.add(alias.provisionalId()));
        concerned.add(personId);
        concerned.add(root);
        return concerned;
    }
}

package org.quanzu.assessment;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.quanzu.person.Alias;

/** What changes in what names a person; {@code taken} are gained aliases that are another person's until now. */
record LinkChange(String personId, Set<Alias> gained, Set<Alias> lost, Map<Alias, String> taken) {

    LinkChange {
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
        return concerned;
    }
}

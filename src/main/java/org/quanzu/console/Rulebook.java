package org.quanzu.console;

import java.util.List;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Level;
import org.springframework.stereotype.Component;

/** Levels and families by the names the rules in service give them. */
@Component
public class Rulebook {
    private final RuleSets ruleSets;

    Rulebook(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /** Every level, highest rank first. */
    public List<Level> levels() {
        return ruleSets.current().levels().all();
    }

    public List<Family> families() {
        return ruleSets.current().families().stream().filter(Family::ofScam).toList();
    }

    /** The name of a level; its code when the rules no longer have it. */
    public String level(String code, Language language) {
        return levels().stream()
                .filter(level -> level.code().equals(code))
                .findFirst()
                .map(level -> language.of(level.name()))
                .orElse(code);
    }

    /** The name of a family; its id when the rules no longer have it. */
    public String family(String id, Language language) {
        return ruleSets.current().families().stream()
                .filter(family -> family.id().equals(id))
                .findFirst()
                .map(family -> language.of(family.name()))
                .orElse(id);
    }
}

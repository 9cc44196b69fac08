package org.quanzu.console;

import java.util.List;
import java.util.Set;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Text;
import org.springframework.stereotype.Component;

/** Levels, units and families by the names the rules in service give them. */
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

    /** The units people work in, in the order of the table. */
    public List<String> units() {
        return ruleSets.current().practice().units().codes();
    }

    /** The units an operator works for: who works for none in particular works for all. */
    public Set<String> unitsOf(Operator operator) {
        return Set.copyOf(operator.units().isEmpty() ? units() : operator.units());
    }

    /** The name of a unit; its code when the rules no longer have it. */
    public String unit(String code, Language language) {
        return ruleSets.current()
                .practice()
                .units()
                .find(code)
                .map(unit -> language.of(new Text(unit.nameEn(), unit.nameZh())))
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

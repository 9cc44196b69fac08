package org.quanzu.console.quality;

import java.util.List;
import org.quanzu.desk.precision.Period;
import org.quanzu.desk.precision.Tally;

/**
 * How right the rules were in a period; {@code all} and what follows is about all episodes, whatever family of rules is
 * shown. {@code unwarned}: scams a bank told of that nobody had been warned of.
 */
public record RulesPage(
        Period period,
        List<RuleRow> rules,
        Tally all,
        int disputed,
        int unwarned,
        List<GroupRow> families,
        List<GroupRow> levels,
        Confusion confusion) {}

package org.quanzu.rulefile.check;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.CheckedRule;
import org.quanzu.rulefile.Reason;
import org.quanzu.rulefile.print.Prepared;
import org.quanzu.rulefile.print.PrintedConditions;
import org.quanzu.rulefile.syntax.Condition;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.syntax.RuleParser;
import org.quanzu.rulefile.syntax.RuleSyntax;
import org.quanzu.rulefile.syntax.RuleSyntax.Part;
import org.quanzu.rulefile.vocabulary.Vocabulary;
import org.quanzu.scoring.Rule;

/** Reads one rule file and checks all of it. */
public final class RuleCheck {
    private static final Reason NONE = new Reason(List.of());

    private final Vocabulary vocabulary = Vocabulary.standard();
    private final String folder;
    private final Headers.Known known;

    /**
     * For the rules of one folder, with the prefix its family.yaml gives and the codes of levels.csv; null where they
     * cannot be read.
     */
    public RuleCheck(String folder, @Nullable String prefix, @Nullable Collection<String> levels) {
        this.folder = folder;
        known = new Headers.Known(prefix, levels);
    }

    /** The rule, or null after problems were reported; it never throws. */
    public @Nullable CheckedRule check(String text, Problems problems) {
        RuleSyntax syntax = RuleParser.parse(text, problems);
        if (syntax == null) {
            return null;
        }
        Rule rule = Headers.check(syntax, folder, known, problems);
        List<Condition> conditions = syntax.conditions();
        if (conditions == null) {
            return null;
        }
        Scope scope = new ConditionCheck(vocabulary, problems).check(conditions);
        Reason en = reason(Headers.metadata(syntax, "reason"), scope, problems);
        Reason zh = reason(Headers.metadata(syntax, "reason_zh"), scope, problems);
        if (rule == null || problems.hasErrors()) {
            return null;
        }
        Prepared prepared = new Prepared(conditions, scope.everywhere(), vocabulary);
        return new CheckedRule(rule, new PrintedConditions(prepared, vocabulary), en, zh);
    }

    private static Reason reason(@Nullable Part text, Scope scope, Problems problems) {
        return text == null ? NONE : ReasonCheck.read(text, scope, problems);
    }
}

package org.quanzu.rulefile.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanzu.profile.Bounds;
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
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.Rule;

/** Reads one rule file and checks all of it. */
public final class RuleCheck {
    private static final Reason NONE = new Reason(List.of());

    private final Vocabulary vocabulary = Vocabulary.standard();
    private final @Nullable Levels levels;
    private final Bounds bounds;
    private final Map<String, String> fileById = new HashMap<>();
    private final Map<String, String> fileByName = new HashMap<>();

    /**
     * For all files of a rule set, one after the other; {@code levels} is null when they cannot be read, {@code bounds} say
     * how long facts are kept.
     */
    public RuleCheck(@Nullable Levels levels, Bounds bounds) {
        this.levels = levels;
        this.bounds = bounds;
    }

    /**
     * The rule, or null after problems were reported; it never throws. {@code prefix} is what the family.yaml of
     * {@code folder} gives, null when that cannot be read.
     */
    public @Nullable CheckedRule check(String folder, @Nullable String prefix, String text, Problems problems) {
        return problems.reading(() -> checked(folder, prefix, text, problems));
    }

    private @Nullable CheckedRule checked(String folder, @Nullable String prefix, String text, Problems problems) {
        RuleSyntax syntax = RuleParser.parse(text, problems);
        if (syntax == null) {
            return null;
        }
        Rule rule =
                Headers.check(syntax, folder, new Headers.Elsewhere(prefix, levels, fileById, fileByName), problems);
        List<Condition> conditions = syntax.conditions();
        if (conditions == null) {
            return null;
        }
        Scope scope = new ConditionCheck(vocabulary, bounds, problems).check(conditions);
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

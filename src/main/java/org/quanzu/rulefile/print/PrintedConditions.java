package org.quanzu.rulefile.print;

import java.util.ArrayList;
import java.util.List;
import org.quanzu.rulefile.Step;
import org.quanzu.rulefile.syntax.Condition;
import org.quanzu.rulefile.syntax.Condition.Constraint;
import org.quanzu.rulefile.syntax.Condition.Pattern;
import org.quanzu.rulefile.syntax.Span;
import org.quanzu.rulefile.vocabulary.Vocabulary;

/** The conditions of one rule, whole or cut off after some steps, in the language of the rule engine. */
public final class PrintedConditions {
    private final Prepared prepared;
    private final Vocabulary vocabulary;

    public PrintedConditions(Prepared prepared, Vocabulary vocabulary) {
        this.prepared = prepared;
        this.vocabulary = vocabulary;
    }

    public List<String> evidence() {
        return prepared.evidence();
    }

    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Condition condition : prepared.conditions()) {
            if (condition instanceof Pattern pattern) {
                steps.add(header(pattern.span()));
                pattern.constraints().forEach(constraint -> steps.add(step(pattern, constraint)));
            } else {
                steps.add(step(condition.span()));
            }
        }
        return List.copyOf(steps);
    }

    private static Step header(Span span) {
        int bracket = span.text().indexOf('(');
        String text = bracket < 0 ? span.text() : span.text().substring(0, bracket);
        return new Step(span.line(), span.column(), text.strip());
    }

    private static Step step(Span span) {
        return new Step(span.line(), span.column(), span.text());
    }

    private Step step(Pattern pattern, Constraint constraint) {
        Span span = constraint.span();
        int parts = ConditionPrinter.parts(constraint, pattern.type(), prepared.symbols(), vocabulary);
        return new Step(span.line(), span.column(), span.text(), parts);
    }

    public String print(int index) {
        return ConditionPrinter.print(prepared.conditions(), prepared.symbols(), vocabulary, index);
    }

    /** Only the first {@code steps} steps, at least one. */
    public String print(int index, int steps) {
        List<Condition> first = new ArrayList<>();
        int left = Math.max(1, steps);
        for (Condition condition : prepared.conditions()) {
            if (left == 0) {
                break;
            }
            if (condition instanceof Pattern pattern) {
                int kept = Math.min(pattern.constraints().size(), left - 1);
                first.add(withFirst(pattern, kept));
                left -= kept + 1;
            } else {
                first.add(condition);
                left--;
            }
        }
        return ConditionPrinter.print(first, prepared.symbols(), vocabulary, index);
    }

    private static Pattern withFirst(Pattern pattern, int kept) {
        List<Constraint> constraints = pattern.constraints().subList(0, kept);
        return new Pattern(pattern.span(), pattern.variable(), pattern.type(), List.copyOf(constraints));
    }
}

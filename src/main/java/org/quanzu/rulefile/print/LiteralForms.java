package org.quanzu.rulefile.print;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.DomainForm;
import org.quanzu.canonical.WordForm;
import org.quanzu.fact.Word.Form;
import org.quanzu.rulefile.syntax.Expression;
import org.quanzu.rulefile.syntax.Expression.Compare;
import org.quanzu.rulefile.syntax.Expression.Contains;
import org.quanzu.rulefile.syntax.Expression.In;
import org.quanzu.rulefile.syntax.Expression.Literal;
import org.quanzu.rulefile.syntax.Expression.Matches;
import org.quanzu.rulefile.syntax.Expression.Path;
import org.quanzu.rulefile.vocabulary.Property;

/** Brings what a rule compares a text with into the form that the text of the fact has. */
final class LiteralForms {
    private static final String ANY_CASE = "(?i)";

    private LiteralForms() {}

    static Expression of(Expression expression, Function<Path, @Nullable Property> properties) {
        if (expression instanceof Compare it) {
            return new Compare(
                    it.span(),
                    it.comparison(),
                    whole(it.left(), form(it.right(), properties)),
                    whole(it.right(), form(it.left(), properties)));
        }
        if (expression instanceof In it) {
            Form form = form(it.value(), properties);
            return new In(
                    it.span(),
                    it.value(),
                    it.list().stream().map(one -> (Literal) whole(one, form)).toList(),
                    it.negated());
        }
        if (expression instanceof Contains it) {
            return new Contains(it.span(), it.whole(), part(it.part(), form(it.whole(), properties)), it.negated());
        }
        if (expression instanceof Matches it) {
            return new Matches(it.span(), it.value(), pattern(it.regex(), form(it.value(), properties)), it.negated());
        }
        return expression;
    }

    private static Form form(Expression expression, Function<Path, @Nullable Property> properties) {
        Property property = expression instanceof Path path ? properties.apply(path) : null;
        return property == null ? Form.AS_SENT : property.form();
    }

    private static Expression whole(Expression expression, Form form) {
        return with(expression, text -> switch (form) {
            case AS_SENT -> text;
            case WORDS -> Objects.requireNonNull(WordForm.of(text));
            case SUBJECT -> Objects.requireNonNullElse(DomainForm.of(text), text);
        });
    }

    private static Expression part(Expression expression, Form form) {
        return with(expression, text -> switch (form) {
            case AS_SENT -> text;
            case WORDS -> Objects.requireNonNull(WordForm.of(text));
            case SUBJECT -> DomainForm.ofPart(text);
        });
    }

    private static Literal pattern(Literal regex, Form form) {
        return (Literal) with(regex, text -> switch (form) {
            case AS_SENT -> text;
            case WORDS -> WordForm.ofPattern(text);
            case SUBJECT -> ANY_CASE + text;
        });
    }

    private static Expression with(Expression expression, UnaryOperator<String> form) {
        return expression instanceof Literal literal && literal.value() instanceof String text
                ? new Literal(literal.span(), form.apply(text))
                : expression;
    }
}

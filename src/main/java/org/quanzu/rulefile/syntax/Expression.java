package org.quanzu.rulefile.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands inside a pattern: comparisons and the values they compare. */
public sealed interface Expression {

    Span span();

    /** Parts joined by {@code ||}. */
    record AnyOf(Span span, List<Expression> parts) implements Expression {}

    /** Parts joined by {@code &&}. */
    record AllOf(Span span, List<Expression> parts) implements Expression {}

    /** A part after {@code !}. */
    record Not(Span span, Expression part) implements Expression {}

    /** Two values and the comparison between them. */
    record Compare(Span span, Comparison comparison, Expression left, Expression right) implements Expression {}

    /** A value {@code in} a list. */
    record In(Span span, Expression value, List<Literal> list, boolean negated) implements Expression {}

    /** A text that {@code matches} a regular expression. */
    record Matches(Span span, Expression value, Literal regex, boolean negated) implements Expression {}

    /** A collection or a text that {@code contains} a value. */
    record Contains(Span span, Expression whole, Expression part, boolean negated) implements Expression {}

    /** How this fact lies to the one bound to {@code variable}; bounds in milliseconds, both inclusive. */
    record InTime(Span span, Relation relation, long min, long max, String variable) implements Expression {}

    /** Two values and one of {@code + - * / %} between them. */
    record Calculation(Span span, char operator, Expression left, Expression right) implements Expression {}

    /** A number (Long or Double), text, Boolean or null as it is written. */
    record Literal(Span span, @Nullable Object value) implements Expression {}

    /** A variable (or this fact where null), and the words that lead from it to a property. */
    record Path(Span span, @Nullable String variable, List<String> words) implements Expression {}

    /** How two facts can lie in time. */
    enum Relation {
        AFTER,
        BEFORE,
        DURING
    }

    /** How two values can be compared. */
    enum Comparison {
        EQUAL("=="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        public boolean ordered() {
            return this != EQUAL && this != UNEQUAL;
        }

        /** What holds of two known values when this does not. */
        public Comparison opposite() {
            return switch (this) {
                case EQUAL -> UNEQUAL;
                case UNEQUAL -> EQUAL;
                case LESS -> AT_LEAST;
                case AT_MOST -> MORE;
                case MORE -> AT_MOST;
                case AT_LEAST -> LESS;
            };
        }
    }
}

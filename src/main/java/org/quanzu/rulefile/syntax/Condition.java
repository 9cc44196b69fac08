package org.quanzu.rulefile.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between {@code when} and {@code then}: patterns and how they are joined. */
public sealed interface Condition {

    Span span();

    /** A fact of a type that keeps all constraints, bound to {@code variable} where it has one. */
    record Pattern(Span span, @Nullable String variable, String type, List<Constraint> constraints)
            implements Condition {}

    /** Parts of which one holds. */
    record AnyOf(Span span, List<Condition> parts) implements Condition {}

    /** Parts that all hold. */
    record AllOf(Span span, List<Condition> parts) implements Condition {}

    /** No facts keep the part. */
    record Not(Span span, Condition part) implements Condition {}

    /** Some facts keep the part. */
    record Exists(Span span, Condition part) implements Condition {}

    /** All facts that keep the first pattern also keep the others; a single pattern is kept by all facts of its type. */
    record ForAll(Span span, List<Pattern> patterns) implements Condition {}

    /** Numbers made from all facts that keep the source, and what must hold of them. */
    record Accumulate(Span span, Condition source, List<Function> functions, List<Constraint> constraints)
            implements Condition {}

    /** One number (or list) made from facts; without an argument it is about the facts themselves. */
    record Function(
            Span span,
            String variable,
            String name,
            @Nullable Expression argument) {
        public static final String LIST = "collect";
    }

    /** One constraint of a pattern; with a binding its expression is the path that is bound. */
    record Constraint(Span span, @Nullable String binding, Expression expression) {}
}

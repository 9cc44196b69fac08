package org.quanzu.rulefile.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.Known;
import org.quanzu.rulefile.LinearRegex;
import org.quanzu.rulefile.check.Paths;
import org.quanzu.rulefile.check.Symbol;
import org.quanzu.rulefile.syntax.Expression;
import org.quanzu.rulefile.syntax.Expression.AllOf;
import org.quanzu.rulefile.syntax.Expression.AnyOf;
import org.quanzu.rulefile.syntax.Expression.Compare;
import org.quanzu.rulefile.syntax.Expression.Comparison;
import org.quanzu.rulefile.syntax.Expression.Contains;
import org.quanzu.rulefile.syntax.Expression.In;
import org.quanzu.rulefile.syntax.Expression.InTime;
import org.quanzu.rulefile.syntax.Expression.Literal;
import org.quanzu.rulefile.syntax.Expression.Matches;
import org.quanzu.rulefile.syntax.Expression.Not;
import org.quanzu.rulefile.syntax.Expression.Path;
import org.quanzu.rulefile.vocabulary.FactType;
import org.quanzu.rulefile.vocabulary.Kind;

/**
 * Prints one constraint. {@code !} is pushed down to the comparisons, so that neither a comparison nor its opposite holds
 * of something unknown. What the engine can index or share is printed in its own words, the rest as calls to {@link Known}.
 */
final class ExpressionPrinter {
    private static final String KNOWN = Known.class.getName() + ".";
    private static final String MATCHES = LinearRegex.class.getName() + ".matches";

    private final @Nullable FactType here;
    private final Map<String, Symbol> symbols;
    private final ValuePrinter values;

    /** For constraints of a pattern of type {@code here}; null where there is no pattern, but only variables. */
    ExpressionPrinter(@Nullable FactType here, Map<String, Symbol> symbols) {
        this.here = here;
        this.symbols = symbols;
        values = new ValuePrinter(here, symbols);
    }

    /** The constraints that together say the expression. */
    List<String> constraints(Expression expression) {
        List<String> constraints = new ArrayList<>();
        add(expression, false, constraints);
        return constraints;
    }

    private void add(Expression expression, boolean negated, List<String> all) {
        if (expression instanceof Not not) {
            add(not.part(), !negated, all);
        } else if (expression instanceof AllOf parts && !negated) {
            parts.parts().forEach(part -> add(part, false, all));
        } else if (expression instanceof AnyOf parts && negated) {
            parts.parts().forEach(part -> add(part, true, all));
        } else if (expression instanceof AllOf parts) {
            all.add(alternatives(parts.parts(), true));
        } else if (expression instanceof AnyOf parts) {
            all.add(alternatives(parts.parts(), false));
        } else {
            all.addAll(simple(expression, negated));
        }
    }

    private String alternatives(List<Expression> parts, boolean negated) {
        List<String> alternatives = new ArrayList<>();
        for (Expression part : parts) {
            List<String> together = new ArrayList<>();
            add(part, negated, together);
            alternatives.add(together.size() == 1 ? together.get(0) : "(" + String.join(" && ", together) + ")");
        }
        return "(" + String.join(" || ", alternatives) + ")";
    }

    private List<String> simple(Expression written, boolean negated) {
        Expression expression = LiteralForms.of(written, path -> symbol(path).property());
        if (expression instanceof Compare compare) {
            return compare(compare, negated);
        }
        if (expression instanceof In in) {
            return in(in, in.negated() != negated);
        }
        if (expression instanceof Matches matches) {
            String call = MATCHES + "(" + values.value(matches.value()) + ", " + values.value(matches.regex()) + ")";
            return guarded(call, matches.negated() != negated, matches.value());
        }
        if (expression instanceof Contains contains) {
            String call = call("contains", contains.whole(), contains.part());
            return guarded(call, contains.negated() != negated, contains.whole(), contains.part());
        }
        if (expression instanceof InTime inTime) {
            return List.of((negated ? "!" : "") + inTime(inTime));
        }
        return truth(expression, !negated);
    }

    private List<String> truth(Expression expression, boolean value) {
        return List.of(
                isHere(expression)
                        ? values.words((Path) expression) + " == " + value
                        : KNOWN + "same(" + values.value(expression) + ", " + value + ")");
    }

    /** The call, or when negated its opposite for known operands. */
    private List<String> guarded(String call, boolean negated, Expression... operands) {
        if (!negated) {
            return List.of(call);
        }
        List<String> constraints = new ArrayList<>();
        for (Expression operand : operands) {
            addKnown(operand, constraints);
        }
        constraints.add("!" + call);
        return constraints;
    }

    private void addKnown(Expression operand, List<String> constraints) {
        if (operand instanceof Path path && symbol(path).mayBeUnknown()) {
            constraints.add(isKnown(path));
        }
    }

    private String isKnown(Path path) {
        return isHere(path) ? values.words(path) + " != null" : KNOWN + "isKnown(" + values.value(path) + ")";
    }

    private static String inTimeName(Expression.Relation relation) {
        return switch (relation) {
            case AFTER -> "startsAfter";
            case BEFORE -> "startsBefore";
            case DURING -> "isDuring";
        };
    }

    private static String inTime(InTime inTime) {
        return inTimeName(inTime.relation()) + "(" + inTime.variable() + ", " + inTime.min() + "L, " + inTime.max()
                + "L)";
    }

    private List<String> in(In in, boolean negated) {
        Symbol symbol = symbol((Path) in.value());
        if (symbol.kind() == Kind.TEXT && isHere(in.value())) {
            List<String> constraints = new ArrayList<>();
            if (negated) {
                addKnown(in.value(), constraints);
            }
            List<String> list = in.list().stream().map(values::value).toList();
            String words = values.words((Path) in.value());
            constraints.add(words + (negated ? " not in (" : " in (") + String.join(", ", list) + ")");
            return constraints;
        }
        List<String> each = new ArrayList<>();
        for (Literal literal : in.list()) {
            each.add(call(negated ? "different" : "same", in.value(), literal));
        }
        return negated ? each : List.of("(" + String.join(" || ", each) + ")");
    }

    private List<String> compare(Compare compare, boolean negated) {
        Comparison comparison = negated ? compare.comparison().opposite() : compare.comparison();
        if (isNull(compare.left()) || isNull(compare.right())) {
            return List.of(compareWithNull(compare, comparison));
        }
        if (isHere(compare.right()) && !isHere(compare.left()) && !comparison.ordered()) {
            return compare(compare.right(), comparison, compare.left());
        }
        return compare(compare.left(), comparison, compare.right());
    }

    private String compareWithNull(Compare compare, Comparison comparison) {
        Expression path = isNull(compare.left()) ? compare.right() : compare.left();
        String known = isKnown((Path) path);
        if (comparison == Comparison.UNEQUAL) {
            return known;
        }
        return isHere(path) ? values.words((Path) path) + " == null" : "!" + known;
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Literal literal && literal.value() == null;
    }

    private List<String> compare(Expression left, Comparison comparison, Expression right) {
        if (!isHere(left) || !inOwnWords(symbol((Path) left), comparison, right)) {
            return List.of(call(name(comparison), left, right));
        }
        List<String> constraints = new ArrayList<>();
        addKnown(left, constraints);
        addKnown(right, constraints);
        if (right instanceof Literal && comparison != Comparison.UNEQUAL) {
            constraints.clear();
        }
        String other = right instanceof Path path && !isHere(path) ? values.words(path) : plain(right);
        constraints.add(values.words((Path) left) + " " + comparison.sign() + " " + other);
        return constraints;
    }

    private String plain(Expression right) {
        return right instanceof Literal literal && literal.value() instanceof Long number
                ? number.toString()
                : values.value(right);
    }

    /** Whether the engine compares the two exactly as we mean it. */
    private boolean inOwnWords(Symbol left, Comparison comparison, Expression right) {
        return switch (left.kind()) {
            case FACT -> true;
            case TEXT -> right instanceof Literal || right instanceof Path path && !isHere(path);
            case TRUTH -> right instanceof Literal && comparison == Comparison.EQUAL;
            case NUMBER, MONEY ->
                right instanceof Literal literal
                        && literal.value() instanceof Long number
                        && number.intValue() == number
                        && (left.whole() || comparison.ordered());
            default -> false;
        };
    }

    private static String name(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "same";
            case UNEQUAL -> "different";
            case LESS -> "less";
            case AT_MOST -> "atMost";
            case MORE -> "more";
            case AT_LEAST -> "atLeast";
        };
    }

    private String call(String name, Expression left, Expression right) {
        return KNOWN + name + "(" + values.value(left) + ", " + values.value(right) + ")";
    }

    /** Whether it is a word of the fact whose pattern this is. */
    private boolean isHere(Expression expression) {
        return here != null && expression instanceof Path path && path.variable() == null;
    }

    private Symbol symbol(Path path) {
        return Paths.of(path, here, symbols);
    }
}

package org.quanzu.rulefile.print;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.Known;
import org.quanzu.rulefile.check.Paths;
import org.quanzu.rulefile.check.Symbol;
import org.quanzu.rulefile.syntax.Expression;
import org.quanzu.rulefile.syntax.Expression.Calculation;
import org.quanzu.rulefile.syntax.Expression.Literal;
import org.quanzu.rulefile.syntax.Expression.Path;
import org.quanzu.rulefile.vocabulary.FactType;
import org.quanzu.rulefile.vocabulary.Property;

/** Prints values: literals, getters and calculations. */
final class ValuePrinter {
    private final @Nullable FactType here;
    private final Map<String, Symbol> symbols;

    ValuePrinter(@Nullable FactType here, Map<String, Symbol> symbols) {
        this.here = here;
        this.symbols = symbols;
    }

    String value(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal(literal.value());
        }
        if (expression instanceof Path path) {
            return getters(path);
        }
        if (expression instanceof Calculation calculation) {
            return Known.class.getName() + "." + name(calculation.operator()) + "(" + value(calculation.left()) + ", "
                    + value(calculation.right()) + ")";
        }
        throw new IllegalStateException(expression.span().text() + " is no value");
    }

    /** The path in the words of the rule file. */
    String words(Path path) {
        if (path.words().isEmpty()) {
            return path.variable() == null ? "this" : path.variable();
        }
        String words = String.join(".", path.words());
        return path.variable() == null ? words : path.variable() + "." + words;
    }

    private String getters(Path path) {
        StringBuilder getters = new StringBuilder(path.variable() == null ? "" : path.variable());
        for (int i = 0; i < path.words().size(); i++) {
            List<String> words = path.words().subList(0, i + 1);
            Property property = Paths.of(new Path(path.span(), path.variable(), words), here, symbols)
                    .property();
            getters.append(getters.length() == 0 ? "" : ".");
            getters.append(property == null ? words.get(i) : property.getter().getName());
            getters.append("()");
        }
        return getters.length() == 0 ? "this" : getters.toString();
    }

    private static String name(char operator) {
        return switch (operator) {
            case '+' -> "plus";
            case '-' -> "minus";
            case '*' -> "times";
            case '/' -> "over";
            default -> "modulo";
        };
    }

    private static String literal(@Nullable Object value) {
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        if (value instanceof Double decimal) {
            return new java.math.BigDecimal(decimal.toString()).toPlainString();
        }
        return value instanceof Long ? value + "L" : String.valueOf(value);
    }
}

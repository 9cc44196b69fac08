package org.quanzu.rulefile.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.check.Symbol;
import org.quanzu.rulefile.syntax.Condition;
import org.quanzu.rulefile.syntax.Condition.Accumulate;
import org.quanzu.rulefile.syntax.Condition.AllOf;
import org.quanzu.rulefile.syntax.Condition.AnyOf;
import org.quanzu.rulefile.syntax.Condition.Constraint;
import org.quanzu.rulefile.syntax.Condition.Exists;
import org.quanzu.rulefile.syntax.Condition.Function;
import org.quanzu.rulefile.syntax.Condition.Not;
import org.quanzu.rulefile.syntax.Condition.Pattern;
import org.quanzu.rulefile.syntax.Expression.Path;
import org.quanzu.rulefile.vocabulary.FactType;
import org.quanzu.rulefile.vocabulary.Kind;
import org.quanzu.rulefile.vocabulary.Vocabulary;

/** Prints conditions for the rule with one index; from the second fact pattern on every one asks for permission last. */
final class ConditionPrinter {
    private static final String HIDDEN_NOW = "$now_";

    private final Map<String, Symbol> symbols;
    private final Vocabulary vocabulary;
    private final int index;
    private final String now;
    private int facts;

    private ConditionPrinter(Map<String, Symbol> symbols, Vocabulary vocabulary, int index, String now) {
        this.symbols = symbols;
        this.vocabulary = vocabulary;
        this.index = index;
        this.now = now;
    }

    static String print(List<Condition> conditions, Map<String, Symbol> symbols, Vocabulary vocabulary, int index) {
        String own =
                conditions.get(0) instanceof Pattern pattern && pattern.type().equals(Vocabulary.NOW)
                        ? pattern.variable()
                        : null;
        String now = own == null ? HIDDEN_NOW : own;
        ConditionPrinter printer = new ConditionPrinter(symbols, vocabulary, index, now);
        String lines = conditions.stream().map(printer::print).collect(Collectors.joining("\n"));
        boolean hidden = own == null && printer.facts > 1;
        return hidden ? HIDDEN_NOW + " : " + Vocabulary.NOW + "()\n" + lines : lines;
    }

    /** How many constraints of the engine say {@code constraint} of a pattern of the type with this name. */
    static int parts(Constraint constraint, String type, Map<String, Symbol> symbols, Vocabulary vocabulary) {
        return constraint.binding() != null
                ? 0
                : new ExpressionPrinter(vocabulary.fact(type), symbols)
                        .constraints(constraint.expression())
                        .size();
    }

    private String print(Condition condition) {
        if (condition instanceof Pattern pattern) {
            return pattern(pattern);
        }
        if (condition instanceof AllOf all) {
            return group(all.parts(), " and ");
        }
        if (condition instanceof AnyOf any) {
            return group(any.parts(), " or ");
        }
        if (condition instanceof Not not) {
            return "not( " + print(not.part()) + " )";
        }
        if (condition instanceof Exists exists) {
            return "exists( " + print(exists.part()) + " )";
        }
        if (condition instanceof Accumulate accumulate) {
            return accumulate(accumulate);
        }
        throw new IllegalStateException(condition.span().text() + " was not prepared");
    }

    private String group(List<Condition> parts, String joint) {
        return parts.stream().map(this::print).collect(Collectors.joining(joint, "( ", " )"));
    }

    private String pattern(Pattern pattern) {
        FactType type = vocabulary.fact(pattern.type());
        List<String> constraints = new ArrayList<>();
        for (Constraint constraint : pattern.constraints()) {
            constraints.addAll(constraint(constraint, type));
        }
        if (!pattern.type().equals(Vocabulary.NOW) && facts++ > 0) {
            constraints.add(now + ".permits(" + index + ")");
        }
        String variable = pattern.variable() == null ? "" : pattern.variable() + " : ";
        return variable + pattern.type() + "( " + String.join(", ", constraints) + " )";
    }

    private List<String> constraint(Constraint constraint, @Nullable FactType type) {
        if (constraint.binding() != null) {
            String getters = new ValuePrinter(type, symbols).value(constraint.expression());
            return List.of(constraint.binding() + " : " + getters);
        }
        return new ExpressionPrinter(type, symbols).constraints(constraint.expression());
    }

    /** What must hold of the results stands in an eval of its own: the engine takes no calls inside an accumulate there. */
    private String accumulate(Accumulate accumulate) {
        String functions = accumulate.functions().stream().map(this::function).collect(Collectors.joining(", "));
        String text = "accumulate( " + print(accumulate.source()) + " ; " + functions + " )";
        List<String> results = new ArrayList<>();
        for (Constraint constraint : accumulate.constraints()) {
            results.addAll(constraint(constraint, null));
        }
        return results.isEmpty() ? text : "( " + text + " and eval( " + String.join(" ) and eval( ", results) + " ) )";
    }

    private String function(Function function) {
        String name = function.name().equals(Function.LIST) ? "collectList" : function.name();
        return function.variable() + " : " + name + "(" + argument(function) + ")";
    }

    private String argument(Function function) {
        if (function.name().equals("count") || function.argument() == null) {
            return "1";
        }
        Path path = (Path) function.argument();
        String value = new ValuePrinter(null, symbols).value(path);
        boolean sum = function.name().equals("sum");
        return sum && isUnknownFraction(path)
                ? org.quanzu.rulefile.Known.class.getName() + ".orZero(" + value + ")"
                : value;
    }

    /** Of money and whole numbers the engine itself leaves out what is unknown. */
    private boolean isUnknownFraction(Path path) {
        Symbol symbol = org.quanzu.rulefile.check.Paths.of(path, null, symbols);
        return symbol.kind() == Kind.NUMBER && !symbol.whole() && symbol.mayBeUnknown();
    }
}

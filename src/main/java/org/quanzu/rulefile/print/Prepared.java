package org.quanzu.rulefile.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.quanzu.rulefile.check.Symbol;
import org.quanzu.rulefile.syntax.Condition;
import org.quanzu.rulefile.syntax.Condition.Accumulate;
import org.quanzu.rulefile.syntax.Condition.AllOf;
import org.quanzu.rulefile.syntax.Condition.AnyOf;
import org.quanzu.rulefile.syntax.Condition.Constraint;
import org.quanzu.rulefile.syntax.Condition.Exists;
import org.quanzu.rulefile.syntax.Condition.ForAll;
import org.quanzu.rulefile.syntax.Condition.Function;
import org.quanzu.rulefile.syntax.Condition.Not;
import org.quanzu.rulefile.syntax.Condition.Pattern;
import org.quanzu.rulefile.syntax.Expression;
import org.quanzu.rulefile.syntax.Expression.Compare;
import org.quanzu.rulefile.syntax.Expression.Comparison;
import org.quanzu.rulefile.syntax.Expression.Literal;
import org.quanzu.rulefile.syntax.Expression.Path;
import org.quanzu.rulefile.syntax.Span;
import org.quanzu.rulefile.vocabulary.FactType;
import org.quanzu.rulefile.vocabulary.Kind;
import org.quanzu.rulefile.vocabulary.Vocabulary;

/**
 * Conditions made ready to print: every fact that is evidence has a variable, accumulates collect theirs into lists, and
 * {@code forall} is said by {@code not}. An average comes with a maximum that must be known: the engine says 0 for the
 * average of nothing. Names with an underscore are ours; no rule file can use them.
 */
public final class Prepared {
    private final Vocabulary vocabulary;
    private final Map<String, Symbol> symbols;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<String> evidence = new ArrayList<>();
    private int names;

    public Prepared(List<Condition> checked, Map<String, Symbol> symbols, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.symbols = new HashMap<>(symbols);
        checked.stream().flatMap(Prepared::flat).forEach(condition -> conditions.add(positive(condition)));
    }

    public List<Condition> conditions() {
        return List.copyOf(conditions);
    }

    /** The variables that hold evidence: facts and lists of facts. Those of an alternative that does not hold are unbound. */
    public List<String> evidence() {
        return List.copyOf(evidence);
    }

    public Map<String, Symbol> symbols() {
        return Map.copyOf(symbols);
    }

    private static Stream<Condition> flat(Condition condition) {
        return condition instanceof AllOf all ? all.parts().stream().flatMap(Prepared::flat) : Stream.of(condition);
    }

    private Condition positive(Condition condition) {
        if (condition instanceof Pattern pattern) {
            Pattern named = named(pattern, "$fact_");
            if (!pattern.type().equals(Vocabulary.NOW)) {
                evidence.add(variable(named));
            }
            return named;
        }
        if (condition instanceof AllOf all) {
            return new AllOf(
                    all.span(), all.parts().stream().map(this::positive).toList());
        }
        if (condition instanceof AnyOf any) {
            return new AnyOf(
                    any.span(), any.parts().stream().map(this::positive).toList());
        }
        return condition instanceof Accumulate accumulate ? accumulate(accumulate) : negative(condition);
    }

    private Condition negative(Condition condition) {
        if (condition instanceof Not not) {
            return new Not(not.span(), negative(not.part()));
        }
        if (condition instanceof Exists exists) {
            return new Exists(exists.span(), negative(exists.part()));
        }
        if (condition instanceof AllOf all) {
            return new AllOf(
                    all.span(), all.parts().stream().map(this::negative).toList());
        }
        if (condition instanceof AnyOf any) {
            return new AnyOf(
                    any.span(), any.parts().stream().map(this::negative).toList());
        }
        return condition instanceof ForAll forAll ? forAll(forAll) : condition;
    }

    /** No fact keeps the first pattern without keeping the others. */
    private Condition forAll(ForAll forAll) {
        Span span = forAll.span();
        Pattern first = forAll.patterns().get(0);
        if (forAll.patterns().size() > 1) {
            List<Pattern> others =
                    forAll.patterns().subList(1, forAll.patterns().size());
            Condition rest = others.size() == 1 ? others.get(0) : new AllOf(span, List.copyOf(others));
            return new Not(span, new AllOf(span, List.of(first, new Not(span, rest))));
        }
        Pattern any = named(new Pattern(span, null, first.type(), List.of()), "$all_");
        Expression same = new Compare(
                span, Comparison.EQUAL, new Path(span, null, List.of()), new Path(span, variable(any), List.of()));
        List<Constraint> constraints = new ArrayList<>(List.of(new Constraint(span, null, same)));
        constraints.addAll(first.constraints());
        Pattern keeping = new Pattern(span, first.variable(), first.type(), constraints);
        return new Not(span, new AllOf(span, List.of(any, new Not(span, keeping))));
    }

    private Condition accumulate(Accumulate accumulate) {
        List<Pattern> patterns = new ArrayList<>();
        Condition source = source(accumulate.source(), patterns);
        List<Function> functions = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (Function function : accumulate.functions()) {
            boolean list = function.name().equals(Function.LIST);
            functions.add(list ? collect(function.span(), function.variable(), patterns.get(0)) : function);
            if (function.name().equals("average")) {
                String largest = "$known_" + ++names;
                functions.add(new Function(function.span(), largest, "max", function.argument()));
                constraints.add(known(function.span(), largest));
            }
        }
        for (Pattern pattern : patterns) {
            String variable = "$evidence_" + ++names;
            evidence.add(variable);
            functions.add(collect(accumulate.span(), variable, pattern));
        }
        constraints.addAll(accumulate.constraints());
        return new Accumulate(accumulate.span(), source, functions, constraints);
    }

    private Constraint known(Span span, String variable) {
        symbols.put(variable, Symbol.number(Kind.NUMBER, true, false));
        Expression known =
                new Compare(span, Comparison.UNEQUAL, new Path(span, variable, List.of()), new Literal(span, null));
        return new Constraint(span, null, known);
    }

    private static Function collect(Span span, String variable, Pattern pattern) {
        return new Function(span, variable, Function.LIST, new Path(span, variable(pattern), List.of()));
    }

    private Condition source(Condition condition, List<Pattern> patterns) {
        if (condition instanceof Pattern pattern) {
            Pattern named = named(pattern, "$source_");
            if (!pattern.type().equals(Vocabulary.NOW)) {
                patterns.add(named);
            }
            return named;
        }
        if (condition instanceof AllOf all) {
            return new AllOf(
                    all.span(),
                    all.parts().stream().map(part -> source(part, patterns)).toList());
        }
        return negative(condition);
    }

    private Pattern named(Pattern pattern, String prefix) {
        if (pattern.variable() != null) {
            return pattern;
        }
        String variable = prefix + ++names;
        FactType type = Objects.requireNonNull(vocabulary.fact(pattern.type()));
        symbols.put(variable, Symbol.fact(type));
        return new Pattern(pattern.span(), variable, pattern.type(), pattern.constraints());
    }

    private static String variable(Pattern pattern) {
        return Objects.requireNonNull(pattern.variable());
    }
}

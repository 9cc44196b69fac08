package org.quanzu.rulefile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.profile.Bounds;
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
import org.quanzu.rulefile.syntax.Expression.Path;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.syntax.Span;
import org.quanzu.rulefile.vocabulary.FactType;
import org.quanzu.rulefile.vocabulary.Kind;
import org.quanzu.rulefile.vocabulary.Nearest;
import org.quanzu.rulefile.vocabulary.Vocabulary;

/** Checks patterns and how they are joined, and keeps track of which variables can be seen where. */
final class ConditionCheck {
    private static final Set<String> FUNCTIONS = Set.of("count", "sum", "min", "max", "average");

    private final Vocabulary vocabulary;
    private final Bounds bounds;
    private final Problems problems;

    ConditionCheck(Vocabulary vocabulary, Bounds bounds, Problems problems) {
        this.vocabulary = vocabulary;
        this.bounds = bounds;
        this.problems = problems;
    }

    /** The variables that can be seen when all conditions hold. */
    Scope check(List<Condition> conditions) {
        Scope scope = new Scope();
        ConditionSize.check(conditions, problems);
        conditions.forEach(condition -> check(condition, scope));
        if (conditions.stream().noneMatch(ConditionCheck::isPositive)) {
            Span at = conditions.get(0).span();
            problems.error(at, "no fact is asked for that could be evidence", "add a pattern like $call : Call( )");
        }
        return scope;
    }

    private static boolean isPositive(Condition condition) {
        if (condition instanceof AllOf all) {
            return all.parts().stream().anyMatch(ConditionCheck::isPositive);
        }
        if (condition instanceof AnyOf any) {
            return any.parts().stream().allMatch(ConditionCheck::isPositive);
        }
        return condition instanceof Pattern pattern && !pattern.type().equals(Vocabulary.NOW)
                || condition instanceof Accumulate;
    }

    private void check(Condition condition, Scope scope) {
        if (condition instanceof Pattern pattern) {
            pattern(pattern, scope);
        } else if (condition instanceof AllOf all) {
            all.parts().forEach(part -> check(part, scope));
        } else if (condition instanceof AnyOf any) {
            anyOf(any, scope);
        } else if (condition instanceof Not not) {
            noAccumulate(not.part());
            noPresent(not.part());
            check(not.part(), scope.inner());
        } else if (condition instanceof Exists exists) {
            noAccumulate(exists.part());
            noPresent(exists.part());
            check(exists.part(), scope.inner());
        } else if (condition instanceof ForAll forAll) {
            forAll.patterns().forEach(this::noPresent);
            Scope inner = scope.inner();
            forAll.patterns().forEach(pattern -> pattern(pattern, inner));
        } else if (condition instanceof Accumulate accumulate) {
            accumulate(accumulate, scope);
        }
    }

    private void anyOf(AnyOf any, Scope scope) {
        List<Scope> alternatives = new ArrayList<>();
        for (Condition part : any.parts()) {
            Scope inner = scope.inner();
            check(part, inner);
            alternatives.add(inner);
        }
        scope.bindCommon(alternatives);
    }

    private void pattern(Pattern pattern, Scope scope) {
        FactType type = vocabulary.fact(pattern.type());
        if (type == null) {
            String advice = Nearest.advice(pattern.type(), vocabulary.facts().keySet());
            problems.error(typeSpan(pattern), "there is no fact type \"" + pattern.type() + "\"", advice);
            return;
        }
        for (Constraint constraint : pattern.constraints()) {
            constraint(constraint, type, scope);
        }
        RangeCheck.check(pattern.constraints(), problems);
        if (pattern.variable() != null) {
            bind(pattern.span(), pattern.variable(), Symbol.fact(type), scope);
        }
    }

    private static Span typeSpan(Pattern pattern) {
        int offset = pattern.variable() == null ? 0 : pattern.span().text().indexOf(pattern.type(), 1);
        boolean sameLine = pattern.span().text().lastIndexOf('\n', Math.max(0, offset)) < 0;
        return sameLine ? pattern.span().right(Math.max(0, offset)) : pattern.span();
    }

    private void constraint(Constraint constraint, @Nullable FactType type, Scope scope) {
        ExpressionCheck check = new ExpressionCheck(type, scope, bounds, problems);
        if (constraint.binding() == null) {
            check.condition(constraint.expression());
            return;
        }
        Symbol symbol = check.value(constraint.expression());
        if (symbol != null && (symbol.kind() == Kind.FACT || symbol.kind() == Kind.PART)) {
            String advice = "bind the whole pattern, or a word like amount";
            problems.error(constraint.span(), "a " + symbol.kind().words() + " is bound inside a pattern", advice);
        } else if (symbol != null) {
            bind(constraint.span(), constraint.binding(), symbol, scope);
        }
    }

    private void bind(Span at, String variable, Symbol symbol, Scope scope) {
        if (!scope.bind(variable, symbol)) {
            problems.error(at, variable + " is bound twice", "choose another name for one of them");
        }
    }

    private void accumulate(Accumulate accumulate, Scope scope) {
        noAccumulate(accumulate.source());
        noAlternatives(accumulate.source());
        noPresent(accumulate.source());
        Scope source = scope.inner();
        check(accumulate.source(), source);
        Scope results = scope.inner();
        for (Function function : accumulate.functions()) {
            Symbol symbol = function(function, source);
            Symbol unknown = Symbol.number(Kind.NUMBER, true, false);
            bind(function.span(), function.variable(), symbol == null ? unknown : symbol, results);
        }
        scope.bindAll(results);
        accumulate.constraints().forEach(constraint -> result(constraint, scope));
        RangeCheck.check(accumulate.constraints(), problems);
    }

    private void result(Constraint constraint, Scope scope) {
        if (constraint.binding() != null) {
            problems.error(constraint.span(), "nothing can be bound here", "bind it before the last semicolon");
        } else {
            constraint(constraint, null, scope);
        }
    }

    private @Nullable Symbol function(Function function, Scope source) {
        if (function.name().equals(Function.LIST)) {
            return Symbol.number(Kind.LIST, false, false);
        }
        if (!FUNCTIONS.contains(function.name())) {
            String message = "there is no function \"" + function.name() + "\"";
            problems.error(function.span(), message, Nearest.advice(function.name(), FUNCTIONS));
            return null;
        }
        if (function.name().equals("count")) {
            return count(function, source);
        }
        if (!(function.argument() instanceof Path path)
                || path.variable() == null
                || !source.boundHere(path.variable())) {
            String message = function.name() + " needs a word of a fact bound in the same accumulate";
            problems.error(function.span(), message, "write " + function.name() + "($payment.amount)");
            return null;
        }
        Symbol argument = new ExpressionCheck(null, source, bounds, problems).value(path);
        return argument == null ? null : numeric(function, argument);
    }

    private @Nullable Symbol count(Function function, Scope source) {
        if (function.argument() instanceof Path path
                && new ExpressionCheck(null, source, bounds, problems).value(path) == null) {
            return null;
        }
        return Symbol.number(Kind.NUMBER, false, true);
    }

    private @Nullable Symbol numeric(Function function, Symbol argument) {
        if (!argument.kind().numeric()) {
            String message = "cannot take the " + function.name() + " of a "
                    + argument.kind().words();
            problems.error(function.span(), message, "use count(1), or a number like $payment.amount");
            return null;
        }
        boolean sum = function.name().equals("sum");
        return Symbol.number(
                argument.kind(), !sum, argument.whole() && !function.name().equals("average"));
    }

    private void noAccumulate(Condition condition) {
        if (condition instanceof Accumulate) {
            String advice = "put it outside, on a line of its own";
            problems.error(condition.span(), "accumulate or collect inside not, exists or accumulate", advice);
        }
        parts(condition).forEach(this::noAccumulate);
    }

    private void noPresent(Condition condition) {
        if (condition instanceof Pattern pattern && pattern.type().equals(Vocabulary.NOW)) {
            String advice = "write $now : Now( ) as a condition of its own, before it";
            problems.error(typeSpan(pattern), "Now always is, so it says nothing here", advice);
        }
        parts(condition).forEach(this::noPresent);
    }

    private void noAlternatives(Condition condition) {
        if (condition instanceof AnyOf) {
            String advice = "use || inside one pattern, or two accumulates";
            problems.error(condition.span(), "\"or\" inside accumulate is not allowed", advice);
        }
        if (condition instanceof Not || condition instanceof Exists) {
            String advice = "put it on a line of its own; the engine does not tie it to the facts counted here";
            problems.error(condition.span(), "not or exists inside accumulate is not allowed", advice);
        }
        parts(condition).forEach(this::noAlternatives);
    }

    private static List<Condition> parts(Condition condition) {
        if (condition instanceof AllOf all) {
            return all.parts();
        }
        if (condition instanceof AnyOf any) {
            return any.parts();
        }
        if (condition instanceof Not not) {
            return List.of(not.part());
        }
        return condition instanceof Exists exists ? List.of(exists.part()) : List.of();
    }
}

package org.quanzu.rulefile.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.grammar.RuleFileParser.AccumulateContext;
import org.quanzu.rulefile.grammar.RuleFileParser.AlternativesContext;
import org.quanzu.rulefile.grammar.RuleFileParser.CallContext;
import org.quanzu.rulefile.grammar.RuleFileParser.ConditionsContext;
import org.quanzu.rulefile.grammar.RuleFileParser.ConstraintContext;
import org.quanzu.rulefile.grammar.RuleFileParser.ConstraintsContext;
import org.quanzu.rulefile.grammar.RuleFileParser.FunctionContext;
import org.quanzu.rulefile.grammar.RuleFileParser.OperandContext;
import org.quanzu.rulefile.grammar.RuleFileParser.PatternContext;
import org.quanzu.rulefile.grammar.RuleFileParser.SequenceContext;
import org.quanzu.rulefile.grammar.RuleFileParser.SingleContext;
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

/** Builds the conditions from their parse tree; both spellings of accumulate and collect become one. */
final class ConditionBuilder {
    private static final Set<String> NUMBER_WORDS = Set.of("intValue", "longValue", "doubleValue");

    private final Problems problems;
    private int hidden;

    ConditionBuilder(Problems problems) {
        this.problems = problems;
    }

    List<Condition> conditions(ConditionsContext context) {
        return context.alternatives().stream().map(this::alternatives).toList();
    }

    private Condition alternatives(AlternativesContext context) {
        List<Condition> parts = context.sequence().stream().map(this::sequence).toList();
        return parts.size() == 1 ? parts.get(0) : new AnyOf(Span.of(context), parts);
    }

    private Condition sequence(SequenceContext context) {
        return allOf(Span.of(context), context.single());
    }

    private Condition allOf(Span span, List<SingleContext> singles) {
        List<Condition> parts = singles.stream().map(this::single).toList();
        return parts.size() == 1 ? parts.get(0) : new AllOf(span, parts);
    }

    private Condition single(SingleContext context) {
        Span span = Span.of(context);
        if (context.pattern().size() == 1 && context.FORALL() == null) {
            return pattern(context.pattern(0));
        }
        if (context.NOT() != null) {
            return new Not(span, operand(context.operand()));
        }
        if (context.EXISTS() != null) {
            return new Exists(span, operand(context.operand()));
        }
        if (context.FORALL() != null) {
            return new ForAll(span, context.pattern().stream().map(this::plain).toList());
        }
        if (context.accumulate() != null) {
            return accumulate(context.accumulate());
        }
        if (context.OR() != null) {
            return new AnyOf(span, context.single().stream().map(this::single).toList());
        }
        return context.AND() != null
                ? allOf(span, context.single())
                : alternatives(context.group().alternatives());
    }

    private Condition operand(OperandContext context) {
        if (context.pattern() != null) {
            return pattern(context.pattern());
        }
        return context.group() != null
                ? alternatives(context.group().alternatives())
                : allOf(Span.of(context), context.single());
    }

    private Condition pattern(PatternContext context) {
        if (context.origin() == null) {
            return plain(context);
        }
        return context.origin().COLLECT() != null ? collect(context) : number(context);
    }

    private Pattern plain(PatternContext context) {
        if (context.origin() != null) {
            problems.error(Span.of(context), "from is not allowed inside forall or collect", "name a fact type only");
        }
        return new Pattern(
                Span.of(context),
                context.VAR() == null ? null : context.VAR().getText(),
                context.NAME().getText(),
                constraints(context.constraints(), path -> path));
    }

    private List<Constraint> constraints(@Nullable ConstraintsContext context, UnaryOperator<Path> rename) {
        if (context == null) {
            return List.of();
        }
        return context.constraint().stream()
                .map(constraint -> constraint(constraint, rename))
                .toList();
    }

    private Constraint constraint(ConstraintContext context, UnaryOperator<Path> rename) {
        ExpressionBuilder expressions = new ExpressionBuilder(problems, rename);
        return context.path() != null
                ? new Constraint(Span.of(context), context.VAR().getText(), expressions.path(context.path()))
                : new Constraint(Span.of(context), null, expressions.condition(context.condition()));
    }

    private Accumulate accumulate(AccumulateContext context) {
        return new Accumulate(
                Span.of(context),
                sequence(context.sequence()),
                context.function().stream().map(this::function).toList(),
                constraints(context.constraints(), path -> path));
    }

    private Function function(FunctionContext context) {
        return function(Span.of(context), context.VAR().getText(), context.call());
    }

    private Function function(Span span, String variable, CallContext call) {
        Expression argument =
                call.value() == null ? null : new ExpressionBuilder(problems, path -> path).value(call.value());
        return new Function(span, variable, call.NAME().getText(), argument);
    }

    /** {@code $n : Number( intValue >= 3 ) from accumulate( source, count(1) )}. */
    private Accumulate number(PatternContext context) {
        type(context, "Number");
        String variable =
                context.VAR() == null ? "$number_" + ++hidden : context.VAR().getText();
        Function function =
                function(Span.of(context), variable, context.origin().call());
        return new Accumulate(
                Span.of(context),
                sequence(context.origin().sequence()),
                List.of(function),
                constraints(context.constraints(), path -> renamed(path, NUMBER_WORDS, variable)));
    }

    /** {@code $l : List( size >= 3 ) from collect( pattern )}. */
    private Accumulate collect(PatternContext context) {
        type(context, "List");
        Span span = Span.of(context);
        String size = "$size_" + ++hidden;
        List<Function> functions = new ArrayList<>();
        functions.add(new Function(span, size, "count", null));
        if (context.VAR() != null) {
            functions.add(new Function(span, context.VAR().getText(), Function.LIST, null));
        }
        return new Accumulate(
                span,
                plain(context.origin().pattern()),
                List.copyOf(functions),
                constraints(context.constraints(), path -> renamed(path, Set.of("size"), size)));
    }

    private void type(PatternContext context, String wanted) {
        if (!context.NAME().getText().equals(wanted)) {
            problems.error(
                    Span.of(context.NAME().getSymbol()),
                    "\"" + context.NAME().getText() + "\" cannot be made here",
                    "write " + wanted);
        }
    }

    private Path renamed(Path path, Set<String> words, String variable) {
        if (path.variable() != null) {
            return path;
        }
        if (path.words().size() > 1
                || path.words().size() == 1 && !words.contains(path.words().get(0))) {
            String advice = "use " + String.join(" or ", words.stream().sorted().toList());
            problems.error(path.span(), "\"" + path.span().text() + "\" is not known here", advice);
        }
        return new Path(path.span(), variable, List.of());
    }
}

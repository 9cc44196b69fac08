package org.quanzu.rulefile.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.grammar.RuleFileParser.AtomContext;
import org.quanzu.rulefile.grammar.RuleFileParser.ConditionContext;
import org.quanzu.rulefile.grammar.RuleFileParser.ConjunctionContext;
import org.quanzu.rulefile.grammar.RuleFileParser.LiteralContext;
import org.quanzu.rulefile.grammar.RuleFileParser.NegationContext;
import org.quanzu.rulefile.grammar.RuleFileParser.PathContext;
import org.quanzu.rulefile.grammar.RuleFileParser.ProductContext;
import org.quanzu.rulefile.grammar.RuleFileParser.RelationContext;
import org.quanzu.rulefile.grammar.RuleFileParser.SignedContext;
import org.quanzu.rulefile.grammar.RuleFileParser.ValueContext;
import org.quanzu.rulefile.syntax.Expression.AllOf;
import org.quanzu.rulefile.syntax.Expression.AnyOf;
import org.quanzu.rulefile.syntax.Expression.Calculation;
import org.quanzu.rulefile.syntax.Expression.Compare;
import org.quanzu.rulefile.syntax.Expression.Comparison;
import org.quanzu.rulefile.syntax.Expression.Contains;
import org.quanzu.rulefile.syntax.Expression.In;
import org.quanzu.rulefile.syntax.Expression.InTime;
import org.quanzu.rulefile.syntax.Expression.Literal;
import org.quanzu.rulefile.syntax.Expression.Matches;
import org.quanzu.rulefile.syntax.Expression.Not;
import org.quanzu.rulefile.syntax.Expression.Path;

/** Builds one constraint from its parse tree; half comparisons take over the left side before them. */
final class ExpressionBuilder {
    private static final int MOST_DIGITS = 15;

    private final Problems problems;
    private final UnaryOperator<Path> rename;
    private @Nullable Expression lastLeft;

    ExpressionBuilder(Problems problems, UnaryOperator<Path> rename) {
        this.problems = problems;
        this.rename = rename;
    }

    Expression condition(ConditionContext context) {
        List<Expression> parts = map(context.conjunction(), this::conjunction);
        return parts.size() == 1 ? parts.get(0) : new AnyOf(Span.of(context), parts);
    }

    private Expression conjunction(ConjunctionContext context) {
        List<Expression> parts = map(context.negation(), this::negation);
        return parts.size() == 1 ? parts.get(0) : new AllOf(Span.of(context), parts);
    }

    private Expression negation(NegationContext context) {
        Expression relation = relation(context.relation());
        return context.BANG().size() % 2 == 0 ? relation : new Not(Span.of(context), relation);
    }

    private Expression relation(RelationContext context) {
        Span span = Span.of(context);
        if (context.temporal() != null) {
            return inTime(span, context);
        }
        if (context.value().isEmpty()) {
            return missingLeft(span);
        }
        Expression first = value(context.value(0));
        boolean negated = context.NOT() != null;
        if (context.comparison() != null) {
            return compare(span, context, first);
        }
        if (context.IN() != null) {
            return new In(span, first, map(context.literal(), this::literal), negated);
        }
        if (context.MATCHES() != null) {
            return new Matches(span, first, text(context.STRING()), negated);
        }
        if (context.CONTAINS() != null) {
            return new Contains(span, first, value(context.value(1)), negated);
        }
        return first;
    }

    private Expression compare(Span span, RelationContext context, Expression first) {
        Comparison comparison = comparison(context.comparison().getText());
        if (context.value().size() == 2) {
            lastLeft = first;
            return new Compare(span, comparison, first, value(context.value(1)));
        }
        Expression left = lastLeft;
        if (left == null) {
            return missingLeft(span);
        }
        return new Compare(span, comparison, left, first);
    }

    private Expression missingLeft(Span span) {
        problems.error(span, "nothing stands before \"" + span.text() + "\" to compare", "write the word it is about");
        return new Literal(span, true);
    }

    private static Comparison comparison(String sign) {
        for (Comparison comparison : Comparison.values()) {
            if (comparison.sign().equals(sign)) {
                return comparison;
            }
        }
        throw new IllegalArgumentException(sign);
    }

    private Expression inTime(Span span, RelationContext context) {
        Expression.Relation relation =
                Expression.Relation.valueOf(context.temporal().getText().toUpperCase(java.util.Locale.ROOT));
        String variable = context.VAR().getText();
        if (context.range() == null) {
            long min = relation == Expression.Relation.DURING ? 0 : 1;
            return new InTime(span, relation, min, Long.MAX_VALUE, variable);
        }
        long min = Durations.read(context.range().bound(0), problems);
        long max = Durations.read(context.range().bound(1), problems);
        Span range = Span.of(context.range());
        if (min > max) {
            problems.error(range, range.text() + " has a lower bound above the upper one", "exchange the two");
        }
        if (relation == Expression.Relation.DURING && min < 0) {
            problems.error(range, "during has a negative bound", "use after with a negative lower bound");
        }
        return new InTime(span, relation, min, max, variable);
    }

    Expression value(ValueContext context) {
        List<Expression> parts = map(context.product(), this::product);
        return calculation(context, parts);
    }

    private Expression product(ProductContext context) {
        return calculation(context, map(context.signed(), this::signed));
    }

    /** Parts joined from the left by the operators that stand between them. */
    private static Expression calculation(ParserRuleContext context, List<Expression> parts) {
        Expression result = parts.get(0);
        for (int i = 1; i < parts.size(); i++) {
            char operator = context.getChild(2 * i - 1).getText().charAt(0);
            result = new Calculation(Span.of(context), operator, result, parts.get(i));
        }
        return result;
    }

    private Expression signed(SignedContext context) {
        Expression atom = atom(context.atom());
        if (context.MINUS().size() % 2 == 0) {
            return atom;
        }
        Span span = Span.of(context);
        return atom instanceof Literal literal && literal.value() instanceof Number
                ? negative(span, literal)
                : new Calculation(span, '-', new Literal(span, 0L), atom);
    }

    private static Literal negative(Span span, Literal literal) {
        return literal.value() instanceof Long whole
                ? new Literal(span, -whole)
                : new Literal(span, literal.value() instanceof Double decimal ? -decimal : null);
    }

    private Expression atom(AtomContext context) {
        if (context.condition() != null) {
            return condition(context.condition());
        }
        return context.literal() != null ? literal(context.literal()) : path(context.path());
    }

    private Literal literal(LiteralContext context) {
        Span span = Span.of(context);
        if (context.STRING() != null) {
            return text(context.STRING());
        }
        if (context.NUMBER() != null) {
            Literal number = new Literal(span, number(context.NUMBER()));
            return context.MINUS() == null ? number : negative(span, number);
        }
        return new Literal(span, context.NULL() != null ? null : (Boolean) (context.TRUE() != null));
    }

    private Literal text(TerminalNode string) {
        Span span = Span.of(string.getSymbol());
        return new Literal(span, Texts.read(span, problems));
    }

    private Object number(TerminalNode node) {
        String digits = node.getText();
        Span span = Span.of(node.getSymbol());
        if (digits.length() > MOST_DIGITS) {
            problems.error(span, "the number has more than " + MOST_DIGITS + " digits", "write a smaller one");
            return 0L;
        }
        return digits.contains(".") ? (Object) Double.valueOf(digits) : Long.valueOf(digits);
    }

    Path path(PathContext context) {
        List<String> words = new ArrayList<>(map(context.NAME(), TerminalNode::getText));
        String variable = context.VAR() == null ? null : context.VAR().getText();
        return rename.apply(new Path(Span.of(context), variable, List.copyOf(words)));
    }

    private static <A, B> List<B> map(List<A> list, java.util.function.Function<A, B> function) {
        List<B> result = new ArrayList<>();
        list.forEach(a -> result.add(function.apply(a)));
        return List.copyOf(result);
    }
}

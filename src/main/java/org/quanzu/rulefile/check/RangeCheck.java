package org.quanzu.rulefile.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.rulefile.syntax.Condition.Constraint;
import org.quanzu.rulefile.syntax.Expression;
import org.quanzu.rulefile.syntax.Expression.AllOf;
import org.quanzu.rulefile.syntax.Expression.AnyOf;
import org.quanzu.rulefile.syntax.Expression.Compare;
import org.quanzu.rulefile.syntax.Expression.Comparison;
import org.quanzu.rulefile.syntax.Expression.In;
import org.quanzu.rulefile.syntax.Expression.InTime;
import org.quanzu.rulefile.syntax.Expression.Literal;
import org.quanzu.rulefile.syntax.Expression.Not;
import org.quanzu.rulefile.syntax.Expression.Path;
import org.quanzu.rulefile.syntax.Problems;

/** Finds constraints on one fact that can never hold together, like {@code amount >= 5000, amount <= 500}. */
final class RangeCheck {
    private final Problems problems;
    private final Map<String, Range> ranges;

    private RangeCheck(Problems problems, Map<String, Range> ranges) {
        this.problems = problems;
        this.ranges = new HashMap<>(ranges);
    }

    static void check(List<Constraint> constraints, Problems problems) {
        List<Expression> all = constraints.stream()
                .filter(constraint -> constraint.binding() == null)
                .map(Constraint::expression)
                .toList();
        new RangeCheck(problems, Map.of()).check(all);
    }

    /** First what must hold, then each alternative beside it. */
    private void check(List<Expression> together) {
        List<AnyOf> choices = new ArrayList<>();
        together.forEach(one -> narrow(one, choices));
        for (AnyOf any : choices) {
            any.parts().forEach(part -> new RangeCheck(problems, ranges).check(List.of(part)));
        }
    }

    private void narrow(Expression expression, List<AnyOf> choices) {
        if (expression instanceof AllOf all) {
            all.parts().forEach(part -> narrow(part, choices));
        } else if (expression instanceof AnyOf any) {
            choices.add(any);
        } else if (expression instanceof Compare compare) {
            compare(compare);
        } else if (expression instanceof In in && !in.negated() && in.value() instanceof Path path) {
            narrow(in, key(path), Range.of(in.list().stream().map(Literal::value).toList()));
        } else if (expression instanceof InTime time) {
            narrow(time, time.relation() + " " + time.variable(), Range.between(time.min(), time.max()));
        } else if (expression instanceof Path path) {
            narrow(path, key(path), Range.of(List.of(true)));
        } else if (expression instanceof Not not && not.part() instanceof Path path) {
            narrow(not, key(path), Range.of(List.of(false)));
        }
    }

    private void compare(Compare compare) {
        if (compare.left() instanceof Path path) {
            compare(compare, path, compare.comparison(), compare.right());
        } else if (compare.right() instanceof Path path) {
            compare(compare, path, turned(compare.comparison()), compare.left());
        }
    }

    private void compare(Compare compare, Path path, Comparison comparison, Expression other) {
        Object value = Constants.of(other);
        if (value != null) {
            narrow(compare, key(path), Range.of(comparison, value));
        }
    }

    private static Comparison turned(Comparison comparison) {
        return switch (comparison) {
            case LESS -> Comparison.MORE;
            case AT_MOST -> Comparison.AT_LEAST;
            case MORE -> Comparison.LESS;
            case AT_LEAST -> Comparison.AT_MOST;
            default -> comparison;
        };
    }

    private static String key(Path path) {
        return path.variable() + "." + String.join(".", path.words());
    }

    private void narrow(Expression by, String key, Range range) {
        Range before = ranges.getOrDefault(key, Range.ALL);
        Range after = before.and(range);
        if (after.isEmpty() && !before.isEmpty()) {
            problems.error(
                    by.span(),
                    "\"" + by.span().text() + "\" never holds together with what stands before it",
                    "a number is wrong, or a sign is the wrong way round");
        }
        ranges.put(key, after);
    }
}

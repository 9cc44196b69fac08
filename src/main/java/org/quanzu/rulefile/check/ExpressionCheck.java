package org.quanzu.rulefile.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.profile.Bounds;
import org.quanzu.rulefile.syntax.Expression;
import org.quanzu.rulefile.syntax.Expression.AllOf;
import org.quanzu.rulefile.syntax.Expression.AnyOf;
import org.quanzu.rulefile.syntax.Expression.Calculation;
import org.quanzu.rulefile.syntax.Expression.Compare;
import org.quanzu.rulefile.syntax.Expression.Contains;
import org.quanzu.rulefile.syntax.Expression.In;
import org.quanzu.rulefile.syntax.Expression.InTime;
import org.quanzu.rulefile.syntax.Expression.Literal;
import org.quanzu.rulefile.syntax.Expression.Matches;
import org.quanzu.rulefile.syntax.Expression.Not;
import org.quanzu.rulefile.syntax.Expression.Path;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.syntax.Span;
import org.quanzu.rulefile.vocabulary.FactType;
import org.quanzu.rulefile.vocabulary.Kind;
import org.quanzu.rulefile.vocabulary.Property;

/** Checks that what stands in a pattern (of type {@code here}) is a condition, and that its values can be compared. */
final class ExpressionCheck {
    private final @Nullable FactType here;
    private final Scope scope;
    private final Bounds bounds;
    private final Problems problems;

    ExpressionCheck(@Nullable FactType here, Scope scope, Bounds bounds, Problems problems) {
        this.here = here;
        this.scope = scope;
        this.bounds = bounds;
        this.problems = problems;
    }

    void condition(Expression expression) {
        if (expression instanceof AnyOf any) {
            any.parts().forEach(this::condition);
        } else if (expression instanceof AllOf all) {
            all.parts().forEach(this::condition);
        } else if (expression instanceof Not not) {
            condition(not.part());
        } else if (expression instanceof Compare compare) {
            compare(compare);
        } else if (expression instanceof In in) {
            in(in);
        } else if (expression instanceof Matches matches) {
            matches(matches);
        } else if (expression instanceof Contains contains) {
            contains(contains);
        } else if (expression instanceof InTime inTime) {
            inTime(inTime);
        } else {
            truth(expression);
        }
    }

    private void truth(Expression expression) {
        Symbol symbol = value(expression);
        if (symbol != null && (symbol.kind() != Kind.TRUTH || expression instanceof Literal)) {
            String advice = symbol.kind() == Kind.PART
                    ? "add a word of it, after a dot"
                    : "compare it with something, like >= 500 or == \"SMS\"";
            error(expression.span(), "\"" + expression.span().text() + "\" alone is no condition", advice);
        }
    }

    private void compare(Compare compare) {
        Symbol left = value(compare.left());
        Symbol right = value(compare.right());
        if (left == null || right == null) {
            return;
        }
        if (isNull(compare.left()) || isNull(compare.right())) {
            compareWithNull(compare, isNull(compare.left()) ? right : left);
            return;
        }
        boolean fits = compare.comparison().ordered()
                ? left.kind().numeric() && fits(compare, left, right)
                : fits(compare, left, right);
        if (!fits) {
            mismatch(compare, left, right);
            return;
        }
        ClosedWords.meet(compare.span(), left.property(), right.property(), problems);
        constant(compare.left(), compare.right(), left);
        constant(compare.right(), compare.left(), right);
    }

    private void mismatch(Compare compare, Symbol left, Symbol right) {
        String advice = left.kind() == Kind.TEXTS
                ? "use contains"
                : compare.comparison().ordered()
                        ? "compare numbers with numbers, or use =="
                        : "compare like with like; texts stand in quotation marks";
        error(
                compare.span(),
                "cannot compare " + left.kind().words() + " "
                        + compare.comparison().sign() + " " + right.kind().words(),
                advice);
    }

    private static boolean fits(Compare compare, Symbol left, Symbol right) {
        boolean comparable = left.kind() != Kind.TEXTS && left.kind() != Kind.PART && left.kind() != Kind.LIST;
        if (left.kind() == Kind.FACT && right.kind() == Kind.FACT) {
            return left.like(right);
        }
        return comparable
                && (left.kind() == right.kind()
                        || left.kind().numeric()
                                && right.kind().numeric()
                                && (isPlain(compare.left()) || isPlain(compare.right())));
    }

    /** Whether it is made of written numbers only, which may stand for money as well. */
    private static boolean isPlain(Expression expression) {
        return expression instanceof Literal
                || expression instanceof Calculation calculation
                        && isPlain(calculation.left())
                        && isPlain(calculation.right());
    }

    private void compareWithNull(Compare compare, Symbol other) {
        boolean path = compare.left() instanceof Path || compare.right() instanceof Path;
        if (compare.comparison().ordered() || !path || !other.mayBeUnknown()) {
            String advice = "remove it: what is unknown satisfies no other condition";
            error(compare.span(), "\"" + compare.span().text() + "\" says nothing", advice);
        }
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Literal literal && literal.value() == null;
    }

    /** Checks a written text against those the word can have. */
    private void constant(Expression path, Expression other, Symbol symbol) {
        Property property = symbol.property();
        if (property == null || !(path instanceof Path) || !(other instanceof Literal literal)) {
            return;
        }
        if (property.onlyToCompare()) {
            String advice = "put it on a list in lists/, and write listed, trusted or grade";
            error(literal.span(), "\"" + property.name() + "\" only serves to compare two facts", advice);
        } else {
            ClosedWords.is(property, literal, problems);
        }
    }

    private void in(In in) {
        Symbol symbol = path(in.value());
        if (symbol == null) {
            return;
        }
        boolean known = symbol.kind().numeric() || symbol.kind() == Kind.TEXT;
        if (!known) {
            error(
                    in.span(),
                    "a " + symbol.kind().words() + " cannot be in a list",
                    "write the word alone, or ! and it");
        }
        for (Literal literal : in.list()) {
            Symbol item = literal(literal);
            if (known
                    && (item == null
                            || symbol.kind().numeric() != item.kind().numeric()
                            || item.kind() == Kind.TRUTH)) {
                String message =
                        "the list has something else than " + symbol.kind().words();
                error(literal.span(), message, "texts stand in quotation marks, numbers do not");
            }
            constant(in.value(), literal, symbol);
        }
    }

    private void matches(Matches matches) {
        Symbol symbol = path(matches.value());
        if (symbol != null && symbol.kind() != Kind.TEXT) {
            error(matches.span(), "a " + symbol.kind().words() + " cannot match", "use == or >= instead");
        } else if (symbol != null) {
            constant(matches.value(), matches.regex(), Symbol.number(Kind.TEXT, false, false));
            onlyToCompare(matches.value(), symbol, matches.regex());
        }
        Property property = symbol == null ? null : symbol.property();
        RegexCheck.check(matches.regex(), property == null ? List.of() : property.oneOf(), problems);
    }

    private void onlyToCompare(Expression path, Symbol symbol, Literal literal) {
        if (symbol.property() != null && symbol.property().onlyToCompare()) {
            constant(path, literal, symbol);
        }
    }

    private void contains(Contains contains) {
        Symbol whole = path(contains.whole());
        Symbol part = value(contains.part());
        if (whole != null && whole.kind() != Kind.TEXTS && whole.kind() != Kind.TEXT) {
            error(contains.span(), "a " + whole.kind().words() + " contains nothing", "use == or in");
        }
        if (part != null && (part.kind() != Kind.TEXT || isNull(contains.part()))) {
            error(contains.part().span(), "what is contained must be a text", "put it in quotation marks");
        }
        if (whole != null && whole.kind() == Kind.TEXTS && part != null && part.kind() == Kind.TEXT) {
            constant(contains.whole(), contains.part(), whole);
            ClosedWords.meet(contains.span(), whole.property(), part.property(), problems);
        } else if (whole != null && contains.part() instanceof Literal literal) {
            onlyToCompare(contains.whole(), whole, literal);
            ClosedWords.has(whole.property(), literal, problems);
        }
    }

    private void inTime(InTime inTime) {
        Symbol other = scope.find(inTime.variable());
        if (here == null || !here.fact()) {
            error(inTime.span(), "\"this\" is no fact here", "move it into a pattern like Call( )");
        } else if (other == null) {
            Paths.unbound(inTime.span(), inTime.variable(), scope, problems);
        } else if (other.kind() != Kind.FACT) {
            String message = inTime.variable() + " is a " + other.kind().words() + ", not a fact";
            error(inTime.span(), message, "compare with a bound fact like $now or $call");
        } else if (other.type() != null) {
            WindowCheck.check(inTime, here, other.type(), bounds, problems);
        }
    }

    private @Nullable Symbol path(Expression expression) {
        if (expression instanceof Path) {
            return value(expression);
        }
        error(expression.span(), "\"" + expression.span().text() + "\" is no word", "begin with a word from WORDS.md");
        return null;
    }

    /** What kind of value it is, or null after a problem was reported. */
    @Nullable Symbol value(Expression expression) {
        if (expression instanceof Path path) {
            return Paths.of(path, here, scope, problems);
        }
        if (expression instanceof Literal literal) {
            return isNull(literal) ? Symbol.number(Kind.TEXT, true, false) : literal(literal);
        }
        if (expression instanceof Calculation calculation) {
            return calculation(calculation);
        }
        error(expression.span(), "a condition is used as a value", "write it without == true");
        return null;
    }

    private @Nullable Symbol literal(Literal literal) {
        if (literal.value() == null) {
            return null;
        }
        Kind kind = literal.value() instanceof String
                ? Kind.TEXT
                : literal.value() instanceof Boolean ? Kind.TRUTH : Kind.NUMBER;
        return Symbol.number(kind, false, literal.value() instanceof Long);
    }

    private @Nullable Symbol calculation(Calculation calculation) {
        Symbol left = value(calculation.left());
        Symbol right = value(calculation.right());
        if (left == null || right == null) {
            return null;
        }
        Kind kind = result(calculation, left.kind(), right.kind());
        if (kind == null || isNull(calculation.left()) || isNull(calculation.right())) {
            String message = "cannot calculate " + left.kind().words() + " " + calculation.operator() + " "
                    + right.kind().words();
            error(calculation.span(), message, "calculate with numbers, and with money of the same kind");
            return null;
        }
        if (Constants.dividesByZero(calculation)) {
            error(calculation.span(), "a division by 0 is unknown, so nothing holds of it", "write another number");
        }
        return Symbol.number(kind, true, false);
    }

    private static @Nullable Kind result(Calculation calculation, Kind left, Kind right) {
        if (!left.numeric() || !right.numeric()) {
            return null;
        }
        boolean both = left == Kind.MONEY && right == Kind.MONEY;
        return switch (calculation.operator()) {
            case '*' -> both ? null : left == Kind.MONEY ? left : right;
            case '/' -> both ? Kind.NUMBER : right == Kind.MONEY && !isPlain(calculation.left()) ? null : left;
            default ->
                left == right ? left : isPlain(calculation.left()) || isPlain(calculation.right()) ? Kind.MONEY : null;
        };
    }

    private void error(Span at, String message, String advice) {
        problems.error(at, message, advice);
    }
}

package org.quanzu.rulefile.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.syntax.Expression.Path;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.syntax.Span;
import org.quanzu.rulefile.vocabulary.FactType;
import org.quanzu.rulefile.vocabulary.Kind;
import org.quanzu.rulefile.vocabulary.Nearest;
import org.quanzu.rulefile.vocabulary.Property;

/** Follows paths from a variable, or from the fact of the pattern they stand in, to what they mean. */
public final class Paths {
    private static final Symbol SIZE = Symbol.number(Kind.NUMBER, false, true);

    private Paths() {}

    /** What the path of a checked rule means. */
    public static Symbol of(Path path, @Nullable FactType here, Map<String, Symbol> variables) {
        Symbol start = path.variable() == null ? null : variables.get(path.variable());
        if (start == null && here != null && path.variable() == null) {
            start = Symbol.fact(here);
        }
        Problems problems = new Problems("");
        Symbol end = start == null ? null : follow(path, start, problems);
        if (end == null) {
            throw new IllegalStateException(path.span().text() + " was not checked");
        }
        return end;
    }

    /** What {@code path} means, or null after a problem was reported. */
    static @Nullable Symbol of(Path path, @Nullable FactType here, Scope scope, Problems problems) {
        if (path.variable() != null) {
            Symbol start = scope.find(path.variable());
            if (start == null) {
                unbound(path.span(), path.variable(), scope, problems);
                return null;
            }
            return follow(path, start, problems);
        }
        if (here == null) {
            String advice = "use a variable like $n, bound in the same accumulate";
            problems.error(path.span(), "\"" + path.span().text() + "\" belongs to no fact here", advice);
            return null;
        }
        return follow(path, Symbol.fact(here), problems);
    }

    static void unbound(Span at, String variable, Scope scope, Problems problems) {
        boolean bound = scope.everywhere().containsKey(variable);
        problems.error(
                at,
                variable + (bound ? " cannot be seen here" : " is not bound before"),
                bound
                        ? "bind it outside of not, exists, accumulate or or, before it is used"
                        : Nearest.to(variable, scope.visible())
                                .map(near -> "you meant " + near)
                                .orElse("bind it in an earlier pattern, like " + variable + " : Call( )"));
    }

    private static @Nullable Symbol follow(Path path, Symbol start, Problems problems) {
        Symbol symbol = start;
        for (String word : path.words()) {
            Symbol next = next(symbol, word);
            if (next == null) {
                unknown(path.span(), symbol, word, problems);
                return null;
            }
            symbol = next;
        }
        return symbol;
    }

    private static @Nullable Symbol next(Symbol symbol, String word) {
        if (symbol.kind() == Kind.LIST && word.equals("size")) {
            return SIZE;
        }
        Property property = symbol.type() == null ? null : symbol.type().property(word);
        return property == null ? null : Symbol.of(property);
    }

    private static void unknown(Span at, Symbol symbol, String word, Problems problems) {
        FactType type = symbol.type();
        if (type == null) {
            String advice = symbol.kind() == Kind.LIST ? "use size" : "write it without ." + word;
            problems.error(at, "a " + symbol.kind().words() + " has no word \"" + word + "\"", advice);
            return;
        }
        problems.error(
                at,
                type.name() + " has no word \"" + word + "\"",
                Nearest.advice(word, type.properties().keySet()));
    }
}

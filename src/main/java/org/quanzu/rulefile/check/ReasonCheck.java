package org.quanzu.rulefile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.Reason;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.syntax.RuleSyntax.Part;
import org.quanzu.rulefile.syntax.Span;
import org.quanzu.rulefile.vocabulary.Kind;
import org.quanzu.rulefile.vocabulary.Nearest;
import org.quanzu.rulefile.vocabulary.Property;

/** Reads a reason and checks that its placeholders, like {payment.amount} and {n}, refer to what the conditions bind. */
final class ReasonCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}|[{}]");

    private final Part text;
    private final Scope scope;
    private final Problems problems;

    private ReasonCheck(Part text, Scope scope, Problems problems) {
        this.text = text;
        this.scope = scope;
        this.problems = problems;
    }

    static Reason read(Part text, Scope scope, Problems problems) {
        return new ReasonCheck(text, scope, problems).read();
    }

    private Reason read() {
        List<Reason.Segment> segments = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text.value());
        int from = 0;
        while (matcher.find()) {
            segments.add(new Reason.Words(text.value().substring(from, matcher.start())));
            Reason.Value value = value(matcher);
            if (value != null) {
                segments.add(value);
            }
            from = matcher.end();
        }
        segments.add(new Reason.Words(text.value().substring(from)));
        return new Reason(segments);
    }

    private Reason.@Nullable Value value(Matcher matcher) {
        Span at = text.span().right(1 + text.value().codePointCount(0, matcher.start()));
        if (matcher.group(1) == null) {
            problems.error(
                    at, "a single " + matcher.group() + " in a reason", "write {payment.amount}, or no brackets");
            return null;
        }
        String[] words = matcher.group(1).split("\\.", -1);
        String variable = "$" + words[0];
        Symbol symbol = scope.find(variable);
        if (symbol == null) {
            unbound(at, matcher.group(), variable);
            return null;
        }
        boolean time = symbol.kind() == Kind.FACT && words.length == 2 && words[1].equals(Reason.TIME);
        List<Property> path = new ArrayList<>();
        for (int i = 1; i < words.length && !time; i++) {
            symbol = next(at, symbol, words[i]);
            if (symbol == null || symbol.property() == null) {
                return null;
            }
            path.add(symbol.property());
        }
        return time || isShown(at, matcher.group(), symbol) ? new Reason.Value(variable, path, time) : null;
    }

    private void unbound(Span at, String placeholder, String variable) {
        boolean bound = scope.everywhere().containsKey(variable);
        String advice = bound
                ? "use a result of the accumulate, or bind " + variable + " in every alternative"
                : Nearest.to(variable, scope.visible())
                        .map(near -> "you meant {" + near.substring(1) + "…}")
                        .orElse("bind " + variable + " in the conditions");
        problems.error(at, placeholder + " refers to " + variable + ", which is not bound", advice);
    }

    private @Nullable Symbol next(Span at, Symbol symbol, String word) {
        Property property = symbol.type() == null ? null : symbol.type().property(word);
        if (property == null) {
            String name = symbol.type() == null
                    ? symbol.kind().words()
                    : symbol.type().name();
            String advice = symbol.type() == null
                    ? "write it without a dot"
                    : Nearest.advice(word, symbol.type().properties().keySet());
            problems.error(at, name + " has no word \"" + word + "\"", advice);
            return null;
        }
        return Symbol.of(property);
    }

    private boolean isShown(Span at, String placeholder, Symbol symbol) {
        if (symbol.property() != null && symbol.property().onlyToCompare()) {
            problems.error(at, placeholder + " would show an account or a number", "leave it out");
            return false;
        }
        boolean shown = symbol.kind().numeric() || symbol.kind() == Kind.TEXT || symbol.kind() == Kind.TEXTS;
        if (!shown) {
            String advice = "add a word with a value, like {payment.amount} or {call.minutes}";
            problems.error(at, placeholder + " is a " + symbol.kind().words(), advice);
        }
        return shown;
    }
}

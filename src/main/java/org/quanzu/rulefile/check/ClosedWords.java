package org.quanzu.rulefile.check;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.syntax.Expression.Literal;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.syntax.Span;
import org.quanzu.rulefile.vocabulary.Nearest;
import org.quanzu.rulefile.vocabulary.Property;

/** Checks what is compared with a word that can have certain texts only, such as a channel, a theme or a currency. */
final class ClosedWords {
    private ClosedWords() {}

    /** Refuses a written text the word is never. */
    static void is(Property property, Literal literal, Problems problems) {
        if (literal.value() instanceof String text
                && !property.oneOf().isEmpty()
                && !property.oneOf().contains(text)) {
            problems.error(
                    literal.span(),
                    "\"" + property.name() + "\" is never \"" + text + "\"",
                    property.hasFewTexts()
                            ? Nearest.advice(text, property.oneOf())
                            : "write it as in " + property.example());
        }
    }

    /** Refuses a written part that none of the word's texts has. */
    static void has(@Nullable Property property, Literal part, Problems problems) {
        if (property != null
                && part.value() instanceof String text
                && !property.oneOf().isEmpty()
                && property.oneOf().stream().noneMatch(one -> one.contains(text))) {
            problems.error(
                    part.span(),
                    "\"" + property.name() + "\" never contains \"" + text + "\"",
                    Nearest.advice(text, property.oneOf()));
        }
    }

    /** Refuses a comparison of two words that have no text in common. */
    static void meet(Span at, @Nullable Property one, @Nullable Property other, Problems problems) {
        List<String> left = one == null ? List.of() : one.oneOf();
        List<String> right = other == null ? List.of() : other.oneOf();
        if (one != null && other != null && !left.isEmpty() && !right.isEmpty() && Collections.disjoint(left, right)) {
            problems.error(
                    at,
                    "\"" + one.name() + "\" and \"" + other.name() + "\" have no word in common",
                    "look up in WORDS.md what each can be");
        }
    }
}

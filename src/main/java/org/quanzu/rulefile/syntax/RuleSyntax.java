package org.quanzu.rulefile.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule file as it is written; {@code conditions} is null when they could not be read. */
public record RuleSyntax(
        Part folder,
        Part name,
        List<Metadata> metadata,
        @Nullable List<Condition> conditions) {

    /** A word or text and where it stands. */
    public record Part(Span span, String value) {}

    /** One {@code @name(value)}; the value's own place is kept, for what stands inside a text. */
    public record Metadata(Span span, String name, Part value, boolean quoted) {}
}

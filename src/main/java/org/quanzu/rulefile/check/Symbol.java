package org.quanzu.rulefile.check;

import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.vocabulary.FactType;
import org.quanzu.rulefile.vocabulary.Kind;
import org.quanzu.rulefile.vocabulary.Property;

/** What a variable, or the end of a path, stands for. */
public record Symbol(
        Kind kind,
        boolean mayBeUnknown,
        boolean whole,
        @Nullable FactType type,
        @Nullable Property property) {

    public static Symbol fact(FactType type) {
        return new Symbol(Kind.FACT, false, false, type, null);
    }

    static Symbol of(Property property) {
        return new Symbol(property.kind(), property.mayBeUnknown(), property.whole(), property.part(), property);
    }

    public static Symbol number(Kind kind, boolean mayBeUnknown, boolean whole) {
        return new Symbol(kind, mayBeUnknown, whole, null, null);
    }

    boolean like(Symbol other) {
        return kind == other.kind && (type == null ? other.type == null : type.equals(other.type));
    }
}

package org.quanzu.rulefile.vocabulary;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Word;

/**
 * One word of a fact type: what it means, whether it may be unknown, which texts it can have (empty when any), and the
 * type it leads to when it is a group of words.
 */
public record Property(
        String name,
        Kind kind,
        boolean mayBeUnknown,
        boolean whole,
        List<String> oneOf,
        @Nullable FactType part,
        Method getter,
        String meaning,
        String example) {
    private static final int MOST_NAMED = 40;

    public Property {
        oneOf = List.copyOf(oneOf);
    }

    /** Whether it identifies somebody, so that it only serves to compare two facts. */
    public boolean onlyToCompare() {
        return meaning.endsWith("only to compare two facts");
    }

    /** Whether the texts it can have are few enough to name them all. */
    public boolean hasFewTexts() {
        return !oneOf.isEmpty() && oneOf.size() <= MOST_NAMED;
    }

    /** The form its texts have. */
    public Word.Form form() {
        return getter.getAnnotation(Word.class).form();
    }

    public @Nullable Object valueOf(Object owner) {
        try {
            return getter.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + name + " of " + owner.getClass(), e);
        }
    }
}

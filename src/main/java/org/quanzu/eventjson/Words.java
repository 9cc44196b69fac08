package org.quanzu.eventjson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words a field may have, and what each stands for. */
public final class Words<T> {
    private final Map<String, T> byWord;

    private Words(Map<String, T> byWord) {
        this.byWord = byWord;
    }

    /** The words are the names of the constants. */
    public static <E extends Enum<E>> Words<E> of(Class<E> type) {
        return of(List.of(type.getEnumConstants()), Enum::name);
    }

    /** Every value with a word of its own. */
    public static <T> Words<T> of(List<T> values, Function<T, String> word) {
        Map<String, T> byWord = new LinkedHashMap<>();
        values.forEach(value -> byWord.put(word.apply(value), value));
        return new Words<>(byWord);
    }

    T first() {
        return byWord.values().iterator().next();
    }

    @Nullable T find(String word) {
        return byWord.get(word);
    }

    String fault(String given) {
        return "is " + TextLimits.shown(given) + "; allowed are " + String.join(", ", byWord.keySet())
                + Nearest.advice(given, byWord.keySet());
    }
}

package org.quanzu.rulefile.vocabulary;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A type of fact, or a group of words that belongs to one, with its words in alphabetical order. */
public record FactType(String name, boolean fact, SortedMap<String, Property> properties) {

    private static final Duration PAYMENTS_KEPT = Duration.ofDays(60);
    private static final Duration OTHERS_KEPT = Duration.ofDays(7);

    public FactType {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /** How long a fact of this type is kept at most, as the profile's window does; null for what is not kept. */
    public @Nullable Duration kept() {
        if (!fact || name.equals(Vocabulary.NOW)) {
            return null;
        }
        return name.equals("Transaction") ? PAYMENTS_KEPT : OTHERS_KEPT;
    }

    public @Nullable Property property(String word) {
        return properties.get(word);
    }
}

package org.quanzu.rulefile.vocabulary;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A type of fact, or a group of words that belongs to one, with its words in alphabetical order. */
public record FactType(String name, boolean fact, SortedMap<String, Property> properties) {

    public FactType {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    public @Nullable Property property(String word) {
        return properties.get(word);
    }
}

package org.quanzu.simulation.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads words of which only certain ones are known. */
public final class Words {
    private Words() {}

    /** The constant that is written here, in capitals or not. */
    public static <E extends Enum<E>> E word(Place place, Class<E> words) {
        String given = place.text();
        List<String> known = Arrays.stream(words.getEnumConstants())
                .map(Enum::name)
                .map(name -> isLowerCase(given) ? name.toLowerCase(Locale.ROOT) : name)
                .toList();
        if (!known.contains(given)) {
            throw Fields.unknown(place, place.name(), given, known);
        }
        return Enum.valueOf(words, given.toUpperCase(Locale.ROOT));
    }

    private static boolean isLowerCase(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    }
}

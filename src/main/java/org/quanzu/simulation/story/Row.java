package org.quanzu.simulation.story;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row of a story file; an absent or empty column is unknown. Errors name the file, the line and the column. */
record Row(String file, NamedCsvRecord cells) {

    int line() {
        return (int) cells.getStartingLineNumber();
    }

    @Nullable String text(String column) {
        return cells.findField(column)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    String required(String column) {
        String value = text(column);
        if (value == null) {
            throw wrong(column, "is missing");
        }
        return value;
    }

    @Nullable BigDecimal money(String column) {
        String value = text(column);
        try {
            return value == null ? null : new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw wrong(column, "is not a number: " + value);
        }
    }

    @Nullable Integer whole(String column) {
        String value = text(column);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw wrong(column, "is not a whole number: " + value);
        }
    }

    @Nullable Boolean flag(String column) {
        String value = text(column);
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw wrong(column, "is neither true nor false: " + value);
        };
    }

    <E extends Enum<E>> @Nullable E word(String column, Class<E> words) {
        String value = text(column);
        try {
            return value == null ? null : Enum.valueOf(words, value);
        } catch (IllegalArgumentException e) {
            throw wrong(column, "is " + value + "\nMaybe one of " + Arrays.toString(words.getEnumConstants()));
        }
    }

    Set<String> words(String column) {
        String value = text(column);
        return value == null
                ? Set.of()
                : Arrays.stream(value.split("\\|"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    InvalidStory wrong(String column, String message) {
        return new InvalidStory(file, line(), column + " " + message);
    }
}

package org.quanzu.seal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where a sealed value is kept: a column, and the row in it; elsewhere the value does not open. */
public record Place(String column, List<String> row) {

    /** Each part after its length, so that no two places are the same bytes. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder(96).append(column);
        for (String key : row) {
            text.append('\n').append(key.length()).append(':').append(key);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

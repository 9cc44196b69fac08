package org.quanzu.console.quality;

import org.jspecify.annotations.Nullable;
import org.quanzu.desk.precision.Tally;

/** The episodes of one family or level; {@code id} is its code. */
public record GroupRow(
        String id, Tally now, @Nullable Bar right, @Nullable Bar before) {
    static GroupRow of(String id, Tally now, Tally before) {
        return new GroupRow(id, now, Bar.of(now.precision()), Bar.of(before.precision()));
    }
}

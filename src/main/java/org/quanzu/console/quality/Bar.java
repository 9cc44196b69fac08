package org.quanzu.console.quality;

import org.jspecify.annotations.Nullable;
import org.quanzu.desk.precision.Precision;

/** A share and its interval in whole percent, as a bar shows them. */
public record Bar(int percent, int low, int high) {
    private static final int ALL = 100;

    static @Nullable Bar of(@Nullable Precision precision) {
        return precision == null
                ? null
                : new Bar(percent(precision.share()), percent(precision.low()), percent(precision.high()));
    }

    private static int percent(double share) {
        return (int) Math.round(share * ALL);
    }

    /** How wide the interval is; never nothing, or it could not be seen. */
    public int width() {
        return Math.max(high - low, 1);
    }

    /** In percentage points, with a sign. */
    public String change(Bar before) {
        int points = percent - before.percent;
        return (points > 0 ? "+" : points < 0 ? "−" : "±") + Math.abs(points);
    }
}

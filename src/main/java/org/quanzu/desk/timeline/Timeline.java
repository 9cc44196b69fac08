package org.quanzu.desk.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened, in order of time, and the latest warning; null when there was none in the time asked for. */
public record Timeline(List<Moment> moments, @Nullable Latest latest) {
    public Timeline {
        moments = List.copyOf(moments);
    }
}

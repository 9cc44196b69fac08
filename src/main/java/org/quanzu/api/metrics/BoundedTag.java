package org.quanzu.api.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A tag whose values come from outside: after so many different ones the rest is "other", so that no caller fills memory. */
final class BoundedTag {
    static final String OTHER = "other";

    private final int most;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    BoundedTag(int most) {
        this.most = most;
    }

    String of(String value) {
        if (seen.contains(value)) {
            return value;
        }
        return seen.size() < most && seen.add(value) ? value : OTHER;
    }
}

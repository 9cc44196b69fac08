package org.quanzu.rules.screening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;

/** The facts that meet each need now, in order of time. */
final class FactsByNeed {
    private final @Nullable Object[] lists;

    FactsByNeed(int needs) {
        lists = new Object[needs];
    }

    @SuppressWarnings("unchecked")
    List<Fact> get(int need) {
        List<Fact> list = (List<Fact>) lists[need];
        return list == null ? List.of() : list;
    }

    @SuppressWarnings("unchecked")
    void add(int need, Fact fact) {
        List<Fact> list = (List<Fact>) lists[need];
        if (list == null) {
            list = new ArrayList<>(4);
            lists[need] = list;
        }
        list.add(fact);
    }
}

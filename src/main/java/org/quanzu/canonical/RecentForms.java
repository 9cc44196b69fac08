package org.quanzu.canonical;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** The forms made last, because one event asks for the same one several times. */
final class RecentForms<V> {
    private static final int MOST = 5_000;

    private final ConcurrentMap<String, V> known = new ConcurrentHashMap<>();
    private final Function<String, V> maker;

    RecentForms(Function<String, V> maker) {
        this.maker = maker;
    }

    V of(String written) {
        V form = known.get(written);
        if (form != null) {
            return form;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        V made = maker.apply(written);
        known.put(written, made);
        return made;
    }
}

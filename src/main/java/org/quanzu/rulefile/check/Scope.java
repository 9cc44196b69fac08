package org.quanzu.rulefile.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables that can be used at one place: those bound here and those bound around it. */
final class Scope {
    private final @Nullable Scope outer;
    private final Map<String, Symbol> everywhere;
    private final Map<String, Symbol> here = new LinkedHashMap<>();

    Scope() {
        this(null, new HashMap<>());
    }

    private Scope(@Nullable Scope outer, Map<String, Symbol> everywhere) {
        this.outer = outer;
        this.everywhere = everywhere;
    }

    Scope inner() {
        return new Scope(this, everywhere);
    }

    @Nullable Symbol find(String variable) {
        Symbol symbol = here.get(variable);
        return symbol != null || outer == null ? symbol : outer.find(variable);
    }

    boolean boundHere(String variable) {
        return here.containsKey(variable);
    }

    /** Whether the name was still free, or stood for the like in a place that cannot be seen from here. */
    boolean bind(String variable, Symbol symbol) {
        Symbol before = everywhere.get(variable);
        if (find(variable) != null || before != null && !before.like(symbol)) {
            return false;
        }
        here.put(variable, symbol);
        everywhere.put(variable, symbol);
        return true;
    }

    /** Takes over what all alternatives bind alike. */
    void bindCommon(Iterable<Scope> alternatives) {
        Map<String, Symbol> common = null;
        for (Scope alternative : alternatives) {
            if (common == null) {
                common = new LinkedHashMap<>(alternative.here);
            } else {
                common.keySet().retainAll(alternative.here.keySet());
            }
        }
        if (common != null) {
            here.putAll(common);
        }
    }

    void bindAll(Scope inner) {
        here.putAll(inner.here);
    }

    Set<String> visible() {
        Set<String> names = outer == null ? new TreeSet<>() : outer.visible();
        names.addAll(here.keySet());
        return names;
    }

    /** Every variable of the rule, wherever it is bound. */
    Map<String, Symbol> everywhere() {
        return everywhere;
    }
}

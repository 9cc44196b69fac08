package org.quanzu.rules.matching;

import java.io.Serializable;
import org.drools.model.Argument;
import org.drools.model.Value;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** One function of an accumulate and what it has taken in so far. */
final class Accumulation {
    private final org.drools.model.functions.accumulate.AccumulateFunction model;
    private final AccumulateFunction<Serializable> function;
    private final Serializable context;

    @SuppressWarnings("unchecked")
    Accumulation(org.drools.model.functions.accumulate.AccumulateFunction model) {
        this.model = model;
        if (!(model.createFunctionObject() instanceof AccumulateFunction<?> known) || hasMore(model)) {
            throw new Unclear("Unknown function for " + model.getResult().getName());
        }
        function = (AccumulateFunction<Serializable>) known;
        context = function.createContext();
        try {
            function.init(context);
        } catch (Exception e) {
            throw new Unclear(String.valueOf(e.getMessage()));
        }
    }

    private static boolean hasMore(org.drools.model.functions.accumulate.AccumulateFunction model) {
        Variable<?> @Nullable [] more = model.getExternalVars();
        return more != null && more.length > 0;
    }

    Variable<?> variable() {
        return model.getResult();
    }

    void add(Assignment assignment) {
        try {
            function.accumulate(context, value(model.getSource(), assignment));
        } catch (Exception e) {
            throw new Unclear(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Object value(@Nullable Argument<?> source, Assignment assignment) {
        if (source instanceof Variable<?> variable) {
            return assignment.value(variable);
        }
        return source instanceof Value<?> value ? value.getValue() : null;
    }

    /** Never null: the engine has ways of its own with results that are. */
    Object result() {
        try {
            Object result = function.getResult(context);
            if (result != null) {
                return result;
            }
        } catch (Exception e) {
            throw new Unclear(String.valueOf(e.getMessage()));
        }
        throw new Unclear("No result in " + variable().getName());
    }
}

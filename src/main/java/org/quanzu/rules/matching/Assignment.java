package org.quanzu.rules.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.drools.model.AccumulatePattern;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.patterns.EvalImpl;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.rules.screening.Constraints;

/**
 * Values of the variables of one rule, found one after the other. A condition that fails with an error does not hold; what
 * takes too long, or is not known here, is {@link Unclear}.
 */
public final class Assignment {
    private static final int MOST_TESTS = 500_000;

    private final List<Fact> facts;
    private final Now now;
    private final Map<Variable<?>, @Nullable Object> values = new HashMap<>();
    private final Map<Pattern<?>, List<Constraint>> known = new IdentityHashMap<>();
    private int tests;

    public Assignment(List<Fact> facts, Now now) {
        this.facts = facts;
        this.now = now;
    }

    /** What to do with values that hold; true ends the search. */
    public interface Then {
        boolean go();
    }

    /** The constraints of a pattern, but for those that only ask for leave to go on. */
    public static List<Constraint> constraints(Pattern<?> pattern) {
        List<Constraint> constraints = new ArrayList<>(Constraints.flatten(pattern.getConstraint()));
        constraints.removeIf(constraint -> constraint == SingleConstraint.TRUE
                || constraint instanceof SingleConstraint single && Constraints.isBudget(single));
        return constraints;
    }

    /**
     * Does {@code then} with every fact {@code pattern} holds of, until it is true. Of each fact of its type {@code tried}
     * is told how many constraints held before the first that did not.
     */
    public boolean pattern(Pattern<?> pattern, IntConsumer tried, Then then) {
        List<Constraint> all = known.computeIfAbsent(pattern, Assignment::constraints);
        Variable<?> variable = pattern.getPatternVariable();
        List<? extends Fact> candidates = variable.getType() == Now.class ? List.of(now) : facts;
        for (Fact candidate : candidates) {
            if (!variable.getType().isInstance(candidate)) {
                continue;
            }
            pattern.getBindings().forEach(binding -> values.remove(binding.getBoundVariable()));
            values.put(variable, candidate);
            int held = held(all);
            tried.accept(held);
            if (held == all.size() && bind(pattern) && then.go()) {
                return true;
            }
        }
        return false;
    }

    /** Binds the variables inside a pattern that holds; false when one has no value for an error. */
    private boolean bind(Pattern<?> pattern) {
        for (Binding binding : pattern.getBindings()) {
            Object[] arguments = valuesOf(binding.getInputVariables());
            try {
                values.put(binding.getBoundVariable(), binding.eval(arguments));
            } catch (RuntimeException e) {
                return false;
            }
        }
        return true;
    }

    private int held(List<Constraint> all) {
        int held = 0;
        while (held < all.size() && holds(all.get(held))) {
            held++;
        }
        return held;
    }

    /** Does {@code then} with all values with which all of {@code conditions} hold, until it is true. */
    public boolean solve(List<Condition> conditions, Then then) {
        return conditions.isEmpty()
                ? then.go()
                : solve(conditions.get(0), () -> solve(conditions.subList(1, conditions.size()), then));
    }

    private boolean solve(Condition condition, Then then) {
        return switch (condition.getType()) {
            case PATTERN -> pattern((Pattern<?>) condition, then);
            case AND -> solve(condition.getSubConditions(), then);
            case OR -> condition.getSubConditions().stream().anyMatch(choice -> solve(choice, then));
            case NOT -> !solve(condition.getSubConditions(), () -> true) && then.go();
            case EXISTS -> solve(condition.getSubConditions(), () -> true) && then.go();
            case EVAL -> holds(((EvalImpl) condition).getExpr()) && then.go();
            case ACCUMULATE -> accumulate((AccumulatePattern<?>) condition) && then.go();
            default -> throw new Unclear("Unknown " + condition.getType());
        };
    }

    private boolean pattern(Pattern<?> pattern, Then then) {
        return pattern(pattern, held -> {}, then);
    }

    private boolean accumulate(AccumulatePattern<?> accumulate) {
        if (accumulate.isQuerySource()) {
            throw new Unclear("Accumulates in an unknown way");
        }
        Condition source = accumulate.getCondition() == null ? accumulate.getPattern() : accumulate.getCondition();
        List<Accumulation> all = Arrays.stream(accumulate.getAccumulateFunctions())
                .map(Accumulation::new)
                .toList();
        solve(source, () -> {
            all.forEach(one -> one.add(this));
            return false;
        });
        all.forEach(one -> values.put(one.variable(), one.result()));
        return true;
    }

    private boolean holds(Constraint constraint) {
        if (constraint instanceof SingleConstraint single) {
            return holds(single);
        }
        return switch (constraint.getType()) {
            case AND, MULTIPLE -> constraint.getChildren().stream().allMatch(this::holds);
            case OR -> constraint.getChildren().stream().anyMatch(this::holds);
            default -> throw new Unclear("Unknown " + constraint.getType());
        };
    }

    private boolean holds(SingleConstraint constraint) {
        if (++tests > MOST_TESTS || constraint.isTemporal()) {
            throw new Unclear("Too long, or in a time only the engine knows");
        }
        Object[] arguments = valuesOf(constraint.getVariables());
        try {
            return constraint.getPredicate().test(arguments);
        } catch (Exception e) {
            return false;
        }
    }

    private Object[] valuesOf(Variable<?>[] variables) {
        Object[] found = new Object[variables.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = value(variables[i]);
        }
        return found;
    }

    @Nullable Object value(Variable<?> variable) {
        if (!values.containsKey(variable)) {
            throw new Unclear("Nothing in " + variable.getName());
        }
        return values.get(variable);
    }
}

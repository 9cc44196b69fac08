package org.quanzu.rules.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.drools.model.patterns.EvalImpl;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.rules.screening.Demand.Link;
import org.quanzu.rules.screening.Demand.Tie;

/** Reads the demand of a rule from its executable model. */
final class Demands {
    private static final int MOST = 200;
    private static final int NOW = -1;

    private final Needs needs;
    private final List<Integer> used = new ArrayList<>();
    private final Map<Integer, Integer> atLeast = new HashMap<>();
    private final Map<Variable<?>, Counted> counted = new HashMap<>();
    private final List<Link> chain = new ArrayList<>();
    private final Map<Variable<?>, Integer> positions = new HashMap<>();

    private record Counted(int need, boolean list) {}

    private Demands(Needs needs) {
        this.needs = needs;
    }

    static Demand of(Condition rule, Needs needs) {
        Demands demands = new Demands(needs);
        demands.walk(rule, true);
        List<Map.Entry<Integer, Integer>> required = new ArrayList<>(demands.atLeast.entrySet());
        return new Demand(
                demands.used.stream().distinct().mapToInt(i -> i).toArray(),
                required.stream().mapToInt(Map.Entry::getKey).toArray(),
                required.stream().mapToInt(Map.Entry::getValue).toArray(),
                List.copyOf(demands.chain));
    }

    private void walk(Condition condition, boolean required) {
        switch (condition.getType()) {
            case PATTERN -> pattern((Pattern<?>) condition, required);
            case ACCUMULATE -> accumulate((AccumulatePattern<?>) condition);
            case EVAL -> result(((EvalImpl) condition).getExpr(), required);
            case EXISTS -> exists(condition.getSubConditions(), required);
            case AND -> condition.getSubConditions().forEach(sub -> walk(sub, required));
            default -> condition.getSubConditions().forEach(sub -> walk(sub, false));
        }
    }

    private void pattern(Pattern<?> pattern, boolean required) {
        Class<?> type = pattern.getPatternVariable().getType();
        if (type == Now.class) {
            positions.put(pattern.getPatternVariable(), NOW);
        } else if (Fact.class.isAssignableFrom(type)) {
            int need = use(pattern);
            if (required) {
                atLeast.merge(need, 1, Math::max);
                positions.put(pattern.getPatternVariable(), chain.size());
                chain.add(new Link(need, ties(pattern)));
            }
        }
    }

    private void exists(List<Condition> inside, boolean required) {
        int before = used.size();
        inside.forEach(sub -> walk(sub, false));
        if (required && inside.size() == 1 && inside.get(0).getType() == Condition.Type.PATTERN) {
            atLeast.merge(used.get(before), 1, Math::max);
        }
    }

    private List<Tie> ties(Pattern<?> pattern) {
        List<Tie> ties = new ArrayList<>();
        for (Constraint constraint : Constraints.flatten(pattern.getConstraint())) {
            if (constraint instanceof SingleConstraint single
                    && !single.isTemporal()
                    && single.getVariables().length > 1
                    && Arrays.stream(single.getVariables()).allMatch(positions::containsKey)
                    && Constraints.fromNow(single).isEmpty()
                    && !Constraints.isBudget(single)) {
                ties.add(new Tie(
                        single.getPredicate()::test,
                        Arrays.stream(single.getVariables())
                                .mapToInt(positions::get)
                                .toArray()));
            }
        }
        return List.copyOf(ties);
    }

    private int use(Pattern<?> pattern) {
        Variable<?> variable = pattern.getPatternVariable();
        List<Integer> alone = new ArrayList<>();
        List<Need.FromNow> fromNow = new ArrayList<>();
        List<Object> key = new ArrayList<>(List.of(variable.getType().getName()));
        for (Constraint constraint : Constraints.flatten(pattern.getConstraint())) {
            Optional<Need.Alone> condition = Constraints.alone(constraint, variable);
            String name = variable.getType().getName() + Constraints.name(constraint);
            condition.ifPresent(one -> alone.add(needs.addCondition(name, one)));
            Optional<Need.FromNow> distance = Constraints.fromNow(constraint);
            distance.ifPresent(fromNow::add);
            if (condition.isPresent() || distance.isPresent()) {
                key.add(name);
            }
        }
        Need need = new Need(variable.getType(), List.copyOf(alone), List.copyOf(fromNow));
        used.add(needs.add(need, key));
        return used.get(used.size() - 1);
    }

    private void accumulate(AccumulatePattern<?> accumulate) {
        Condition source = accumulate.getCondition() == null ? accumulate.getPattern() : accumulate.getCondition();
        int before = used.size();
        walk(source, false);
        if (used.size() == before || source.getType() == Condition.Type.OR) {
            return;
        }
        int first = used.get(before);
        for (AccumulateFunction function : accumulate.getAccumulateFunctions()) {
            String name = function.createFunctionObject().getClass().getSimpleName();
            if (name.startsWith("Count") || name.startsWith("CollectList")) {
                counted.put(function.getResult(), new Counted(first, name.startsWith("CollectList")));
            }
        }
    }

    /** A condition on the number of facts an accumulation found. */
    private void result(SingleConstraint constraint, boolean required) {
        Counted count =
                constraint.getVariables().length == 1 ? counted.get(constraint.getVariables()[0]) : null;
        if (required && count != null) {
            Constraints.alone(constraint, constraint.getVariables()[0])
                    .ifPresent(condition -> atLeast.merge(count.need(), fewest(condition, count.list()), Math::max));
        }
    }

    /** The smallest count that meets the condition. */
    private static int fewest(Need.Alone condition, boolean list) {
        for (int count = 0; count <= MOST; count++) {
            if (condition.holds(list ? Collections.nCopies(count, null) : (Object) (long) count)) {
                return count;
            }
        }
        return MOST + 1;
    }
}

package org.quanzu.rules;

import java.util.ArrayList;
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
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.drools.model.patterns.EvalImpl;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;

/**
 * Reads from an executable model what a rule needs before it can match: which facts could take part at all, and of which
 * needs how many facts there must be. It only ever asks for less than the rule does, never for more.
 */
final class Demands {
    private static final int MOST = 200;

    private final Needs needs;
    private final List<Integer> used = new ArrayList<>();
    private final Map<Integer, Integer> atLeast = new HashMap<>();
    private final Map<Variable<?>, Counted> counted = new HashMap<>();

    private record Counted(int need, boolean list) {}

    private Demands(Needs needs) {
        this.needs = needs;
    }

    /** The needs a rule uses at all, and how many facts it wants for those it cannot do without. */
    record Demand(int[] used, int[] required, int[] atLeast) {}

    static Demand of(Condition rule, Needs needs) {
        Demands demands = new Demands(needs);
        demands.walk(rule, true);
        List<Map.Entry<Integer, Integer>> required = new ArrayList<>(demands.atLeast.entrySet());
        return new Demand(
                demands.used.stream().distinct().mapToInt(i -> i).toArray(),
                required.stream().mapToInt(Map.Entry::getKey).toArray(),
                required.stream().mapToInt(Map.Entry::getValue).toArray());
    }

    private void walk(Condition condition, boolean required) {
        switch (condition.getType()) {
            case PATTERN -> pattern((Pattern<?>) condition, required);
            case ACCUMULATE -> accumulate((AccumulatePattern<?>) condition);
            case EVAL -> result(((EvalImpl) condition).getExpr(), required);
            case AND, EXISTS -> condition.getSubConditions().forEach(sub -> walk(sub, required));
            default -> condition.getSubConditions().forEach(sub -> walk(sub, false));
        }
    }

    private void pattern(Pattern<?> pattern, boolean required) {
        Class<?> type = pattern.getPatternVariable().getType();
        if (Fact.class.isAssignableFrom(type) && type != Now.class) {
            int need = use(pattern);
            if (required) {
                atLeast.merge(need, 1, Math::max);
            }
        }
    }

    /** A condition on the number of facts an accumulation found. */
    private void result(SingleConstraint constraint, boolean required) {
        Counted count =
                constraint.getVariables().length == 1 ? counted.get(constraint.getVariables()[0]) : null;
        if (required && count != null) {
            atLeast.merge(count.need(), fewest(constraint, count.list()), Math::max);
        }
    }

    private int use(Pattern<?> pattern) {
        int need = needs.add(need(pattern), key(pattern));
        used.add(need);
        return need;
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

    /** The smallest count that meets the constraint; 0 when none or when it cannot be told. */
    private static int fewest(SingleConstraint constraint, boolean list) {
        List<Need.Alone> alone = new ArrayList<>();
        alone(constraint).ifPresent(alone::add);
        for (int count = 0; count <= MOST; count++) {
            Object value = list ? Collections.nCopies(count, null) : (Object) (long) count;
            if (new Need(Object.class, alone, List.of()).meets(value)) {
                return count;
            }
        }
        return MOST + 1;
    }

    private static Need need(Pattern<?> pattern) {
        List<Need.Alone> alone = new ArrayList<>();
        List<Need.FromNow> fromNow = new ArrayList<>();
        for (Constraint constraint : flatten(pattern.getConstraint())) {
            alone(constraint).ifPresent(alone::add);
            fromNow(constraint).ifPresent(fromNow::add);
        }
        return new Need(pattern.getPatternVariable().getType(), List.copyOf(alone), List.copyOf(fromNow));
    }

    static List<Constraint> flatten(Constraint constraint) {
        return switch (constraint.getType()) {
            case MULTIPLE, AND ->
                constraint.getChildren().stream()
                        .flatMap(child -> flatten(child).stream())
                        .toList();
            default -> List.of(constraint);
        };
    }

    /** Two patterns with the same key ask the same; the compiler names a constraint by a hash of its text. */
    private static List<String> key(Pattern<?> pattern) {
        List<String> key = new ArrayList<>();
        key.add(pattern.getPatternVariable().getType().getName());
        for (Constraint constraint : flatten(pattern.getConstraint())) {
            if (alone(constraint).isPresent() || fromNow(constraint).isPresent()) {
                key.add(name(constraint));
            }
        }
        return key;
    }

    private static String name(Constraint constraint) {
        return constraint instanceof SingleConstraint single
                ? String.valueOf(single.getExprId())
                : constraint.getType()
                        + constraint.getChildren().stream()
                                .map(Demands::name)
                                .toList()
                                .toString();
    }

    @SuppressWarnings("unchecked")
    static Optional<Need.Alone> alone(Constraint constraint) {
        if (constraint.getType() == Constraint.Type.OR) {
            return anyOf(constraint.getChildren());
        }
        if (!(constraint instanceof SingleConstraint single)
                || single.isTemporal()
                || single.getVariables().length != 1) {
            return Optional.empty();
        }
        Predicate1<Object> predicate = single.getPredicate1();
        return Optional.of(predicate::test);
    }

    private static Optional<Need.Alone> anyOf(List<Constraint> constraints) {
        List<List<Need.Alone>> choices = new ArrayList<>();
        for (Constraint choice : constraints) {
            List<Need.Alone> all = new ArrayList<>();
            flatten(choice).forEach(one -> alone(one).ifPresent(all::add));
            choices.add(List.copyOf(all));
        }
        return Optional.of(fact -> {
            for (List<Need.Alone> choice : choices) {
                if (new Need(Object.class, choice, List.of()).meets(fact)) {
                    return true;
                }
            }
            return false;
        });
    }

    @SuppressWarnings("unchecked")
    static Optional<Need.FromNow> fromNow(Constraint constraint) {
        if (!(constraint instanceof SingleConstraint single)
                || single.isTemporal()
                || single.getVariables().length != 2
                || single.getVariables()[1].getType() != Now.class
                || isBudget(single)) {
            return Optional.empty();
        }
        Predicate2<Object, Object> predicate = single.getPredicate2();
        return Optional.of(predicate::test);
    }

    /** Whether the condition only asks the present for leave to go on, which is none of a fact's business. */
    @SuppressWarnings("unchecked")
    private static boolean isBudget(SingleConstraint constraint) {
        Now probe = Now.probe();
        try {
            constraint.getPredicate2().test(null, probe);
        } catch (Exception e) {
            return false;
        }
        return probe.asked();
    }
}

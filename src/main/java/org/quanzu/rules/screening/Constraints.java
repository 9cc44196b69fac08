package org.quanzu.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.model.Constraint;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;

/** Reads the constraints of one pattern of an executable model: the very predicates the engine evaluates. */
public final class Constraints {
    private Constraints() {}

    /** The constraint and those it is made of, one after the other. */
    public static List<Constraint> flatten(Constraint constraint) {
        return switch (constraint.getType()) {
            case MULTIPLE, AND ->
                constraint.getChildren().stream()
                        .flatMap(child -> flatten(child).stream())
                        .toList();
            default -> List.of(constraint);
        };
    }

    /** The name is a hash of the text and the type, made by the compiler; constraints of the same name ask the same. */
    static String name(Constraint constraint) {
        return constraint instanceof SingleConstraint single
                ? String.valueOf(single.getExprId())
                : constraint.getType()
                        + constraint.getChildren().stream()
                                .map(Constraints::name)
                                .toList()
                                .toString();
    }

    /** The constraint as a condition on the value of {@code variable} alone, if it is one. */
    @SuppressWarnings("unchecked")
    public static Optional<Need.Alone> alone(Constraint constraint, Variable<?> variable) {
        if (constraint.getType() == Constraint.Type.OR) {
            return anyOf(constraint.getChildren(), variable);
        }
        if (!(constraint instanceof SingleConstraint single)
                || single.isTemporal()
                || single.getVariables().length != 1
                || single.getVariables()[0] != variable) {
            return Optional.empty();
        }
        Predicate1<Object> predicate = single.getPredicate1();
        return Optional.of(predicate::test);
    }

    /** One of several, each told as far as it can be told from the value alone. */
    private static Optional<Need.Alone> anyOf(List<Constraint> constraints, Variable<?> variable) {
        List<List<Need.Alone>> choices = new ArrayList<>();
        for (Constraint choice : constraints) {
            List<Need.Alone> all = new ArrayList<>();
            flatten(choice).forEach(one -> alone(one, variable).ifPresent(all::add));
            choices.add(List.copyOf(all));
        }
        return Optional.of(value ->
                choices.stream().anyMatch(choice -> choice.stream().allMatch(condition -> condition.holds(value))));
    }

    /** The constraint as a condition on a fact and the present, if it is one. */
    @SuppressWarnings("unchecked")
    public static Optional<Need.FromNow> fromNow(Constraint constraint) {
        if (!(constraint instanceof SingleConstraint single)
                || single.isTemporal()
                || single.getVariables().length != 2
                || single.getVariables()[1].getType() != Now.class
                || !Fact.class.isAssignableFrom(single.getVariables()[0].getType())
                || isBudget(single)) {
            return Optional.empty();
        }
        Predicate2<Object, Object> predicate = single.getPredicate2();
        return Optional.of(predicate::test);
    }

    /** Whether the condition only asks the present for leave to go on, which is none of a fact's business. */
    @SuppressWarnings("unchecked")
    public static boolean isBudget(SingleConstraint constraint) {
        Variable<?>[] variables = constraint.getVariables();
        if (variables.length == 0 || variables.length > 2 || variables[variables.length - 1].getType() != Now.class) {
            return false;
        }
        Now probe = Now.probe();
        try {
            if (variables.length == 1) {
                constraint.getPredicate1().test(probe);
            } else {
                constraint.getPredicate2().test(null, probe);
            }
        } catch (Exception e) {
            return false;
        }
        return probe.asked();
    }
}

package org.quanzu.rules.screening;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.quanzu.fact.Fact;

/** All needs of one rule set, each once, by number. What a fact meets for good is found once and kept with the fact. */
final class Needs {
    private static final int MOST_COMBINATIONS = 20_000;

    private final List<Need> needs = new ArrayList<>();
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final List<Need.Alone> conditions = new ArrayList<>();
    private final Map<String, Integer> conditionNumbers = new HashMap<>();
    private final Map<Class<?>, NeedTree> trees = new ConcurrentHashMap<>();
    private final Map<IntBuffer, Met> combinations = new ConcurrentHashMap<>();

    @SuppressWarnings("ArrayRecordComponent")
    private record Met(Needs by, int[] needs) {}

    /** The number of {@code need}; {@code key} is equal for needs that ask the same. */
    int add(Need need, List<Object> key) {
        return numbers.computeIfAbsent(key, unknown -> {
            needs.add(need);
            return needs.size() - 1;
        });
    }

    /** The number of a condition on a fact of {@code type}; {@code name} is equal for conditions that ask the same. */
    int addCondition(String name, Need.Alone condition) {
        return conditionNumbers.computeIfAbsent(name, unknown -> {
            conditions.add(condition);
            return conditions.size() - 1;
        });
    }

    Need get(int number) {
        return needs.get(number);
    }

    int size() {
        return needs.size();
    }

    /** The needs {@code fact} meets, whatever the time, in order. */
    int[] metBy(Fact fact) {
        if (fact.memo() instanceof Met met && met.by() == this) {
            return met.needs();
        }
        Met met = new Met(this, find(fact));
        if (fact.settled()) {
            met = shared(met);
            fact.memo(met);
        }
        return met.needs();
    }

    /** One memo for all facts that meet the same needs: there are few such combinations and millions of facts. */
    private Met shared(Met met) {
        if (combinations.size() > MOST_COMBINATIONS) {
            return met;
        }
        Met before = combinations.putIfAbsent(IntBuffer.wrap(met.needs()), met);
        return before == null ? met : before;
    }

    private int[] find(Fact fact) {
        NeedTree tree = trees.get(fact.getClass());
        return Objects.requireNonNullElseGet(tree, () -> tree(fact.getClass())).metBy(fact);
    }

    /** The tree for one type of fact, made when the first such fact comes, when all needs are known. */
    private NeedTree tree(Class<?> type) {
        Map<Integer, Need> ofType = new TreeMap<>();
        for (int number = 0; number < needs.size(); number++) {
            if (needs.get(number).type().isAssignableFrom(type)) {
                ofType.put(number, needs.get(number));
            }
        }
        NeedTree tree = new NeedTree(ofType, List.copyOf(conditions));
        trees.put(type, tree);
        return tree;
    }
}

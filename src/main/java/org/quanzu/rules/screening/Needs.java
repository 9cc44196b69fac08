package org.quanzu.rules.screening;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quanzu.fact.Fact;

/** All needs of one rule set, each once, by number. What a fact meets for good is found once and kept with the fact. */
final class Needs {
    private static final int MOST_COMBINATIONS = 20_000;

    private final List<Need> needs = new ArrayList<>();
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final List<Need.Alone> conditions = new ArrayList<>();
    private final Map<String, Integer> conditionNumbers = new HashMap<>();
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
        byte[] known = new byte[conditions.size()];
        int[] met = new int[needs.size()];
        int count = 0;
        for (int number = 0; number < needs.size(); number++) {
            Need need = needs.get(number);
            if (need.type().isInstance(fact) && holdAll(need.alone(), fact, known)) {
                met[count++] = number;
            }
        }
        return Arrays.copyOf(met, count);
    }

    /** Asks each condition at most once, whatever the number of needs it is part of. */
    private boolean holdAll(List<Integer> numbersOfConditions, Fact fact, byte[] known) {
        for (int i = 0; i < numbersOfConditions.size(); i++) {
            int number = numbersOfConditions.get(i);
            if (known[number] == 0) {
                known[number] = (byte) (conditions.get(number).holds(fact) ? 1 : 2);
            }
            if (known[number] == 2) {
                return false;
            }
        }
        return true;
    }
}

package org.quanzu.rules;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quanzu.fact.Fact;

/** All needs of one rule set, each once, by number. What a fact meets for good is kept with the fact. */
final class Needs {
    private static final int MOST_COMBINATIONS = 20_000;

    private final List<Need> needs = new ArrayList<>();
    private final Map<List<String>, Integer> numbers = new HashMap<>();

    private final Map<IntBuffer, Met> combinations = new ConcurrentHashMap<>();

    private record Met(Needs by, int[] needs) {}

    int add(Need need, List<String> key) {
        return numbers.computeIfAbsent(key, unknown -> {
            needs.add(need);
            return needs.size() - 1;
        });
    }

    Need get(int number) {
        return needs.get(number);
    }

    int size() {
        return needs.size();
    }

    /** The needs {@code fact} meets, whatever the time. */
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
        int[] met = new int[needs.size()];
        int count = 0;
        for (int number = 0; number < needs.size(); number++) {
            if (needs.get(number).suits(fact)) {
                met[count++] = number;
            }
        }
        return Arrays.copyOf(met, count);
    }
}

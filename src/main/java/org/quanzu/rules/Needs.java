package org.quanzu.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.fact.Fact;

/** All needs of one rule set, each once, by number. What a fact meets for good is kept with the fact. */
final class Needs {
    private final List<Need> needs = new ArrayList<>();
    private final Map<List<String>, Integer> numbers = new HashMap<>();

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
        int[] met = find(fact);
        if (fact.settled()) {
            fact.memo(new Met(this, met));
        }
        return met;
    }

    private int[] find(Fact fact) {
        int[] met = new int[needs.size()];
        int count = 0;
        for (int number = 0; number < needs.size(); number++) {
            if (needs.get(number).suits(fact)) {
                met[count++] = number;
            }
        }
        return java.util.Arrays.copyOf(met, count);
    }
}

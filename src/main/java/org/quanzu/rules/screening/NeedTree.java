package org.quanzu.rules.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.fact.Fact;

/**
 * The needs of one type of fact as a tree of their conditions, the most common ones at the top, so that a condition that
 * does not hold settles all needs below it at once. Kept in flat arrays: every new fact walks it.
 */
final class NeedTree {
    private final Node root;
    private final Need.Alone[] conditions;
    private final int needs;

    /** A condition, by number, with the needs it settles and the conditions asked next. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Node(int condition, int[] needs, Node[] children) {}

    private static final class Growing {
        private final Map<Integer, Growing> children = new LinkedHashMap<>();
        private final List<Integer> needs = new ArrayList<>();

        Node grown(int condition) {
            return new Node(
                    condition,
                    needs.stream().mapToInt(number -> number).toArray(),
                    children.entrySet().stream()
                            .map(child -> child.getValue().grown(child.getKey()))
                            .toArray(Node[]::new));
        }
    }

    /** A tree of {@code needs} by number, whose conditions are numbers in {@code conditions}. */
    NeedTree(Map<Integer, Need> needs, List<Need.Alone> conditions) {
        this.conditions = conditions.toArray(Need.Alone[]::new);
        this.needs = needs.size();
        Map<Integer, Integer> frequency = new HashMap<>();
        needs.values().forEach(need -> need.alone().forEach(one -> frequency.merge(one, 1, Integer::sum)));
        Comparator<Integer> commonFirst = Comparator.comparing((Integer one) -> -frequency.getOrDefault(one, 0))
                .thenComparing(one -> one);
        Growing seed = new Growing();
        needs.forEach((number, need) -> {
            Growing node = seed;
            for (int condition : need.alone().stream().sorted(commonFirst).toList()) {
                node = node.children.computeIfAbsent(condition, unknown -> new Growing());
            }
            node.needs.add(number);
        });
        root = seed.grown(-1);
    }

    /** The numbers of the needs {@code fact} meets, in order. */
    int[] metBy(Fact fact) {
        Walk walk = new Walk(fact);
        walk.below(root);
        Arrays.sort(walk.met, 0, walk.size);
        return Arrays.copyOf(walk.met, walk.size);
    }

    private final class Walk {
        private final Fact fact;
        private final byte[] known = new byte[conditions.length];
        private final int[] met = new int[needs];
        private int size;

        Walk(Fact fact) {
            this.fact = fact;
        }

        void below(Node node) {
            for (int need : node.needs) {
                met[size++] = need;
            }
            for (Node child : node.children) {
                if (holds(child.condition)) {
                    below(child);
                }
            }
        }

        /** Asks a condition at most once, wherever it stands in the tree. */
        private boolean holds(int condition) {
            if (known[condition] == 0) {
                known[condition] = (byte) (conditions[condition].holds(fact) ? 1 : 2);
            }
            return known[condition] == 1;
        }
    }
}

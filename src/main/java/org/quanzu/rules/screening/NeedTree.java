package org.quanzu.rules.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.fact.Fact;

/**
 * The needs of one type of fact as a tree of their conditions, the most common ones at the top, so that a condition that
 * does not hold settles all needs below it at once.
 */
final class NeedTree {
    private final Node root = new Node(-1);
    private final List<Need.Alone> conditions;

    private static final class Node {
        private final int condition;
        private final List<Node> children = new ArrayList<>();
        private final List<Integer> needs = new ArrayList<>();

        Node(int condition) {
            this.condition = condition;
        }

        Node child(int number) {
            for (Node child : children) {
                if (child.condition == number) {
                    return child;
                }
            }
            Node child = new Node(number);
            children.add(child);
            return child;
        }
    }

    /** A tree of {@code needs} by number, whose conditions are numbers in {@code conditions}. */
    NeedTree(Map<Integer, Need> needs, List<Need.Alone> conditions) {
        this.conditions = conditions;
        Map<Integer, Integer> frequency = new HashMap<>();
        needs.values().forEach(need -> need.alone().forEach(one -> frequency.merge(one, 1, Integer::sum)));
        Comparator<Integer> commonFirst = Comparator.comparing((Integer one) -> -frequency.getOrDefault(one, 0))
                .thenComparing(one -> one);
        needs.forEach((number, need) -> {
            Node node = root;
            for (int condition : need.alone().stream().sorted(commonFirst).toList()) {
                node = node.child(condition);
            }
            node.needs.add(number);
        });
    }

    /** The numbers of the needs {@code fact} meets, in order. */
    int[] metBy(Fact fact) {
        List<Integer> met = new ArrayList<>();
        walk(root, fact, new byte[conditions.size()], met);
        return met.stream().mapToInt(number -> number).sorted().toArray();
    }

    private void walk(Node node, Fact fact, byte[] known, List<Integer> met) {
        met.addAll(node.needs);
        for (int i = 0; i < node.children.size(); i++) {
            Node child = node.children.get(i);
            if (holds(child.condition, fact, known)) {
                walk(child, fact, known, met);
            }
        }
    }

    /** Asks a condition at most once, wherever it stands in the tree. */
    private boolean holds(int condition, Fact fact, byte[] known) {
        if (known[condition] == 0) {
            known[condition] = (byte) (conditions.get(condition).holds(fact) ? 1 : 2);
        }
        return known[condition] == 1;
    }
}

package org.quanzu.rulefile.check;

import java.util.List;
import org.quanzu.rulefile.syntax.Condition;
import org.quanzu.rulefile.syntax.Condition.Accumulate;
import org.quanzu.rulefile.syntax.Condition.AllOf;
import org.quanzu.rulefile.syntax.Condition.AnyOf;
import org.quanzu.rulefile.syntax.Condition.Exists;
import org.quanzu.rulefile.syntax.Condition.ForAll;
import org.quanzu.rulefile.syntax.Condition.Not;
import org.quanzu.rulefile.syntax.Problems;

/** Bounds how much one rule asks the engine to compile: it makes a rule of its own of every way through the alternatives. */
final class ConditionSize {
    private static final int MOST_PATTERNS = 40;
    private static final int MOST_WAYS = 64;

    private ConditionSize() {}

    static void check(List<Condition> conditions, Problems problems) {
        long ways = 1;
        int patterns = 0;
        for (Condition condition : conditions) {
            patterns += patterns(condition);
            ways *= ways(condition);
            if (patterns > MOST_PATTERNS) {
                String message = "a rule asks for at most " + MOST_PATTERNS + " facts";
                problems.error(condition.span(), message, "split it into several rules");
                return;
            }
            if (ways > MOST_WAYS) {
                String message = "the alternatives of a rule can be combined in at most " + MOST_WAYS + " ways";
                problems.error(condition.span(), message, "split it into several rules, or use in ( … )");
                return;
            }
        }
    }

    private static int patterns(Condition condition) {
        return parts(condition).stream().mapToInt(ConditionSize::patterns).sum()
                + (condition instanceof Condition.Pattern ? 1 : 0);
    }

    /** Never more than a little above the limit, however deep it is nested. */
    private static long ways(Condition condition) {
        long ways = condition instanceof AnyOf ? 0 : 1;
        for (Condition part : parts(condition)) {
            ways = condition instanceof AnyOf ? ways + ways(part) : ways * ways(part);
            ways = Math.min(ways, MOST_WAYS + 1);
        }
        return ways;
    }

    private static List<? extends Condition> parts(Condition condition) {
        if (condition instanceof AllOf all) {
            return all.parts();
        }
        if (condition instanceof AnyOf any) {
            return any.parts();
        }
        if (condition instanceof Not not) {
            return List.of(not.part());
        }
        if (condition instanceof Exists exists) {
            return List.of(exists.part());
        }
        if (condition instanceof ForAll forAll) {
            return forAll.patterns();
        }
        return condition instanceof Accumulate accumulate ? List.of(accumulate.source()) : List.of();
    }
}

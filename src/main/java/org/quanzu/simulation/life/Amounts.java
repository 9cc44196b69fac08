package org.quanzu.simulation.life;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quanzu.simulation.population.Inhabitant;
import org.quanzu.simulation.script.Deed.Ending;
import org.quanzu.simulation.script.Script;

/** The amounts a running script knows by name, and how people write amounts. */
final class Amounts implements ToDoubleFunction<String> {
    private static final double ROUND = 0.4;
    private static final double TENS = 0.6;
    private static final double WHOLE = 0.85;
    private static final int HUNDRED = 100;
    private static final double LARGEST = 1e10;

    private final Map<String, Double> named = new HashMap<>();
    private final RandomGenerator random;
    private final Diary diary;

    Amounts(Script script, Inhabitant person, Diary diary, RandomGenerator random) {
        this.random = random;
        this.diary = diary;
        named.put("income", person.income());
        script.amounts().forEach((name, quantity) -> named.put(name, quantity.draw(random, this)));
    }

    @Override
    public double applyAsDouble(String name) {
        return name.equals("balance") ? diary.balance() : named.getOrDefault(name, 0.0);
    }

    void set(String name, double amount) {
        named.put(name, amount);
    }

    void add(String name, double amount) {
        named.merge(name, amount, Double::sum);
    }

    /** {@code amount} in CNY as somebody would write it, at least 0.01. */
    BigDecimal written(double amount, @Nullable Ending ending) {
        double bounded = Math.max(0.01, Math.min(LARGEST, amount));
        long unit = ending == null ? habit(bounded) : unit(ending, bounded);
        long fen = Math.max(unit, Math.round(bounded * HUNDRED / unit) * unit);
        return BigDecimal.valueOf(fen, 2);
    }

    private static long unit(Ending ending, double amount) {
        return switch (ending) {
            case ROUND -> amount >= HUNDRED ? HUNDRED * HUNDRED : HUNDRED;
            case ANY -> HUNDRED;
            case EXACT -> 1;
        };
    }

    /** In fen: the multiple people tend to; small sums are to the fen or the yuan. */
    private long habit(double amount) {
        double habit = random.nextDouble();
        if (amount < HUNDRED) {
            return habit < TENS ? HUNDRED : 1;
        }
        if (habit < ROUND) {
            return amount >= 50 * HUNDRED && random.nextBoolean() ? 10L * HUNDRED * HUNDRED : HUNDRED * HUNDRED;
        }
        return habit < TENS ? 10 * HUNDRED : habit < WHOLE ? HUNDRED : 1;
    }
}

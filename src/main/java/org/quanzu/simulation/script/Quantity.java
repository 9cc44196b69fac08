package org.quanzu.simulation.script;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** A number as a script says it: fixed, spread over a range or around a median, or a part of another amount. Times are in seconds. */
public sealed interface Quantity {

    /** A value by chance; {@code amounts} knows the amounts a part may be taken of. */
    double draw(RandomGenerator random, ToDoubleFunction<String> amounts);

    /** The same, moved by this factor. */
    Quantity times(double factor);

    /** Exactly that. */
    record Fixed(double value) implements Quantity {
        @Override
        public double draw(RandomGenerator random, ToDoubleFunction<String> amounts) {
            return value;
        }

        @Override
        public Quantity times(double factor) {
            return new Fixed(value * factor);
        }
    }

    /** Anything in between, all alike. */
    record Between(double from, double to) implements Quantity {
        @Override
        public double draw(RandomGenerator random, ToDoubleFunction<String> amounts) {
            return from + (to - from) * random.nextDouble();
        }

        @Override
        public Quantity times(double factor) {
            return new Between(from * factor, to * factor);
        }
    }

    /** Log-normal: {@code spread} is the exponential of the standard deviation of the logarithm; cut off at 2.5 of them. */
    record LogNormal(double median, double spread) implements Quantity {
        private static final double FARTHEST = 2.5;

        @Override
        public double draw(RandomGenerator random, ToDoubleFunction<String> amounts) {
            double deviation = Math.max(-FARTHEST, Math.min(FARTHEST, random.nextGaussian()));
            return median * Math.exp(Math.log(spread) * deviation);
        }

        @Override
        public Quantity times(double factor) {
            return new LogNormal(median * factor, spread);
        }
    }

    /** So much of the amount called {@code of}. */
    record Part(Quantity factor, String of) implements Quantity {
        @Override
        public double draw(RandomGenerator random, ToDoubleFunction<String> amounts) {
            return factor.draw(random, amounts) * amounts.applyAsDouble(of);
        }

        @Override
        public Quantity times(double factor) {
            return this.factor instanceof Between range && range.from() > 1 && range.to() < 2
                    ? new Part(moreBy(range, factor), of)
                    : new Part(this.factor.times(factor), of);
        }

        /** What is between once and twice says by how much it is more, a commission say, and that is what is moved. */
        private static Quantity moreBy(Between range, double factor) {
            return new Between(1 + (range.from() - 1) * factor, 1 + (range.to() - 1) * factor);
        }
    }
}

package org.quanzu.simulation.population;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance that is the same for the same seed and the same thing, whoever else draws, on whatever thread. */
public final class Chance {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Chance() {}

    /** Random numbers that belong to this thing. */
    public static RandomGenerator of(long seed, long thing) {
        return FACTORY.create(mix(seed, thing));
    }

    /** One number made of two, such that near ones lie far apart: the finalizer of SplitMix64. */
    public static long mix(long a, long b) {
        long z = (a + ODD) * ODD ^ b * 0xD1B54A32D192ED03L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** A share from 0 to 1 that belongs to this number. */
    public static double share(long key) {
        return (mix(key, 7) >>> 11) * 0x1.0p-53;
    }
}

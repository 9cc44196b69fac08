package org.quanzu.simulation.script;

import java.util.Objects;
import java.util.SplittableRandom;
import org.quanzu.simulation.yaml.Place;

/**
 * Moves every number of a script by the same part, up or down as the seed and its place in the file decide, to see whether
 * what holds for a playbook still holds when it is played differently.
 */
public record Shift(double part, long seed) {
    public static final Shift NONE = new Shift(0, 0);

    double factor(Place place) {
        if (part == 0) {
            return 1;
        }
        long spot = Objects.hash(
                place.file().getFileName().toString(),
                place.node().getStartMark().getIndex());
        return new SplittableRandom(seed * 31 + spot).nextBoolean() ? 1 + part : 1 - part;
    }
}

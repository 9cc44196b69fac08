package org.quanzu.simulation.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;

/** Several things, one of which is chosen as often as its weight says. */
public final class Weights<T> {
    private final List<T> things = new ArrayList<>();
    private final double[] ends;

    private Weights(List<? extends T> things, List<Double> weights) {
        this.things.addAll(things);
        ends = new double[weights.size()];
        double sum = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += weights.get(i);
            ends[i] = sum;
        }
    }

    public static <T> Weights<T> only(T thing) {
        return new Weights<>(List.of(thing), List.of(1.0));
    }

    /** {@code things} with their weights. */
    public static <T> Weights<T> of(Map<T, Double> things) {
        return new Weights<>(List.copyOf(things.keySet()), List.copyOf(things.values()));
    }

    static <T> Weights<T> of(Place place, List<T> things, List<Double> weights) {
        Weights<T> all = new Weights<>(things, weights);
        if (all.sum() <= 0) {
            throw place.wrong("has no weight above 0\nMaybe give one of them 1");
        }
        return all;
    }

    /** A single word, or words with weights. */
    public static <T> Weights<T> read(Place place, Function<Place, T> reader) {
        if (!place.hasNames()) {
            return only(reader.apply(place));
        }
        List<T> things = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        place.names().all().forEach((name, weight) -> {
            things.add(reader.apply(Fields.key(weight, name)));
            weights.add(Plain.number(weight));
        });
        return of(place, things, weights);
    }

    private double sum() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    public T choose(RandomGenerator random) {
        double at = random.nextDouble() * sum();
        int chosen = 0;
        while (chosen < ends.length - 1 && ends[chosen] <= at) {
            chosen++;
        }
        return things.get(chosen);
    }

    public List<T> all() {
        return List.copyOf(things);
    }
}

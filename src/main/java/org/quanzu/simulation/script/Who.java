package org.quanzu.simulation.script;

import java.util.Map;

/**
 * Whom something happens to: ages from {@code youngest} to {@code oldest}, and how often by occupation, {@code otherwise} for
 * those not named.
 */
public record Who(int youngest, int oldest, Map<String, Double> occupations, double otherwise) {
    public static final Who EVERYBODY = new Who(0, 150, Map.of(), 1);

    public Who {
        occupations = Map.copyOf(occupations);
    }

    /** How much more often than others somebody of this age and occupation is meant; 0 for not at all. */
    public double weight(int age, String occupation) {
        return age < youngest || age > oldest ? 0 : occupations.getOrDefault(occupation, otherwise);
    }
}

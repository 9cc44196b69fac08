package org.quanzu.simulation.population;

import java.util.Set;

/**
 * A person of the simulated city as reports may group people by: rules never see any of it. {@code index} counts from 0;
 * {@code personas} are the ordinary scripts that happen to the person; {@code victim}: a scam is tried on the person.
 */
public record Resident(
        int index,
        String personId,
        String sex,
        int age,
        String town,
        String occupation,
        Set<String> personas,
        boolean victim) {

    public Resident {
        personas = Set.copyOf(personas);
    }
}

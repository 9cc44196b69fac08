package org.quanzu.simulation.city;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanzu.simulation.script.Quantities;
import org.quanzu.simulation.script.Shift;
import org.quanzu.simulation.script.Weights;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;

/** Reads what people of a city do. */
final class Occupations {
    private static final List<String> FIELDS = List.of("weight", "ages", "income", "female");
    private static final double HALF = 0.5;
    private static final int OLDEST = 120;

    private Occupations() {}

    static Map<String, Occupation> read(Place place) {
        Map<String, Occupation> occupations = new LinkedHashMap<>();
        place.names().all().forEach((name, one) -> occupations.put(name, occupation(name, one.fields(FIELDS))));
        return occupations;
    }

    private static Occupation occupation(String name, Fields fields) {
        List<Place> ages = fields.need("ages").list();
        if (ages.size() != 2) {
            throw fields.need("ages").wrong("has " + ages.size() + " ages, but a range has two\nMaybe [18, 60]");
        }
        long youngest = Plain.whole(ages.get(0), 0, OLDEST);
        return new Occupation(
                name,
                Plain.number(fields.need("weight")),
                (int) youngest,
                (int) Plain.whole(ages.get(1), youngest, OLDEST),
                new Quantities(Shift.NONE, Set.of()).number(fields.need("income")),
                fields.find("female").map(Plain::share).orElse(HALF));
    }

    static Weights<Occupation> weights(Map<String, Occupation> occupations) {
        Map<Occupation, Double> weights = new LinkedHashMap<>();
        occupations.values().forEach(it -> weights.put(it, it.weight()));
        return Weights.of(weights);
    }
}

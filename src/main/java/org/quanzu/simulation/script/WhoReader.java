package org.quanzu.simulation.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;

/** Reads whom something happens to: a list of occupations means only those, weights say how much more often than others. */
public final class WhoReader {
    private WhoReader() {}

    public static Who who(Place place, Set<String> occupations) {
        Fields fields = place.fields(List.of("ages", "occupations"));
        List<Place> ages = fields.find("ages").map(Place::list).orElse(List.of());
        if (ages.size() != 0 && ages.size() != 2) {
            throw fields.need("ages").wrong("has " + ages.size() + " ages, but a range has two\nMaybe [18, 60]");
        }
        int youngest = ages.isEmpty() ? Who.EVERYBODY.youngest() : (int) Plain.number(ages.get(0));
        int oldest = ages.isEmpty() ? Who.EVERYBODY.oldest() : (int) Plain.number(ages.get(1));
        if (youngest > oldest) {
            throw fields.need("ages")
                    .wrong("goes from " + youngest + " down to " + oldest + "\nMaybe exchange the two");
        }
        return new Who(
                youngest,
                oldest,
                fields.find("occupations").map(it -> weights(it, occupations)).orElse(Map.of()),
                fields.find("occupations").filter(Place::isList).isPresent() ? 0 : 1);
    }

    private static Map<String, Double> weights(Place place, Set<String> occupations) {
        Map<String, Double> weights = new HashMap<>();
        if (place.isList()) {
            place.list().forEach(one -> weights.put(known(one, one.text(), occupations), 1.0));
        } else {
            place.names()
                    .all()
                    .forEach((name, weight) -> weights.put(known(weight, name, occupations), Plain.number(weight)));
        }
        return weights;
    }

    private static String known(Place place, String word, Set<String> occupations) {
        if (!occupations.contains(word)) {
            throw Fields.unknown(place, "occupation", word, occupations);
        }
        return word;
    }
}

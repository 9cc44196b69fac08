package org.quanzu.simulation.city;

import java.util.ArrayList;
import java.util.List;
import org.quanzu.simulation.team.TeamSetup;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;

/** Reads the dissuasion team of a city. */
final class Teams {
    private static final List<String> FIELDS =
            List.of("residents", "replicates", "minutes", "answers", "largest_team", "units");
    private static final int MANY = 100_000_000;
    private static final int MOST_REPLICATES = 1000;
    private static final int MOST_OPERATORS = 10_000;
    private static final int DAY = 24;

    private Teams() {}

    static TeamSetup read(Place place) {
        Fields fields = place.fields(FIELDS);
        Fields minutes = fields.need("minutes").fields(List.of("talk", "miss", "visit"));
        List<TeamSetup.Unit> units = new ArrayList<>();
        fields.need("units").names().all().forEach((code, unit) -> units.add(unit(code, unit)));
        return new TeamSetup(
                (int) Plain.whole(fields.need("residents"), 1, MANY),
                (int) Plain.whole(fields.need("replicates"), 1, MOST_REPLICATES),
                Plain.number(minutes.need("talk")),
                Plain.number(minutes.need("miss")),
                Plain.number(minutes.need("visit")),
                Plain.share(fields.need("answers")),
                (int) Plain.whole(fields.need("largest_team"), 1, MOST_OPERATORS),
                units);
    }

    private static TeamSetup.Unit unit(String code, Place place) {
        Fields fields = place.fields(List.of("operators", "hours"));
        List<Place> hours = fields.need("hours").list();
        if (hours.size() != 2) {
            throw fields.need("hours").wrong("has " + hours.size() + " hours, but a shift has two\nMaybe [8, 20]");
        }
        return new TeamSetup.Unit(
                code,
                (int) Plain.whole(fields.need("operators"), 0, MOST_OPERATORS),
                (int) Plain.whole(hours.get(0), 0, DAY),
                (int) Plain.whole(hours.get(1), 0, DAY));
    }
}

package org.quanzu.simulation.script;

import java.util.List;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;

/** Reads the hours and the days of the week in which something happens. */
final class HoursReader {
    private static final int DAY = 24;
    private static final int WEEK = 7;

    private HoursReader() {}

    /** What {@code hours} and {@code weekdays} of {@code fields} say. */
    static Hours hours(Fields fields) {
        int[] hours = fields.find("hours").map(it -> range(it, 0, DAY)).orElse(new int[] {0, DAY});
        int[] days = fields.find("weekdays").map(it -> range(it, 1, WEEK)).orElse(new int[] {1, WEEK});
        if (hours[0] == hours[1]) {
            throw fields.need("hours").wrong("begin when they end\nMaybe [8, 22]");
        }
        return new Hours(hours[0], hours[1], days[0], days[1]);
    }

    private static int[] range(Place place, int least, int most) {
        List<Place> ends = place.list();
        int from = ends.size() == 2 ? (int) Plain.number(ends.get(0)) : most;
        int to = ends.size() == 2 ? (int) Plain.number(ends.get(1)) : least;
        if (from < least || to > most || from > to) {
            throw place.wrong(
                    "is no range between " + least + " and " + most + "\nMaybe [" + least + ", " + most + "]");
        }
        return new int[] {from, to};
    }
}

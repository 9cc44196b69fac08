package org.quanzu.simulation.city;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.simulation.script.ScriptReader;
import org.quanzu.simulation.script.Shift;
import org.quanzu.simulation.script.Who;
import org.quanzu.simulation.script.WhoReader;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;

/** Reads what people of a city do again and again. */
final class Habits {
    private static final List<String> FIELDS = ScriptReader.fieldsAnd("per_day", "hours", "weekdays", "monthly", "who");
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final int MOST_A_DAY = 200;
    private static final int MONTH = 28;

    private Habits() {}

    static List<Habit> read(Place place, Set<String> occupations) {
        List<Habit> habits = new ArrayList<>();
        place.names().all().forEach((name, one) -> habits.add(habit(name, one.fields(FIELDS), occupations)));
        return habits;
    }

    private static Habit habit(String name, Fields fields, Set<String> occupations) {
        Habit.Monthly monthly = fields.find("monthly").map(Habits::monthly).orElse(null);
        return new Habit(
                new ScriptReader(Shift.NONE, false).script(name, fields),
                monthly == null ? perDay(fields.need("per_day")) : 0,
                fields.find("hours").map(Habits::hours).orElse(Collections.nCopies(HOURS, 1.0)),
                fields.find("weekdays").map(it -> factors(it, 1, DAYS, 1)).orElse(Collections.nCopies(DAYS, 1.0)),
                monthly,
                fields.find("who").map(it -> WhoReader.who(it, occupations)).orElse(Who.EVERYBODY));
    }

    private static double perDay(Place place) {
        double perDay = Plain.number(place);
        if (perDay > MOST_A_DAY) {
            throw place.wrong("is " + place.text() + " times a day, but at most " + MOST_A_DAY + " will do\nMaybe 2");
        }
        return perDay;
    }

    private static Habit.Monthly monthly(Place place) {
        Fields fields = place.fields(List.of("day", "share"));
        List<Place> days = fields.need("day").isList()
                ? fields.need("day").list()
                : List.of(fields.need("day"), fields.need("day"));
        if (days.size() != 2) {
            throw fields.need("day").wrong("has " + days.size() + " days, but a range has two\nMaybe [5, 15]");
        }
        long from = Plain.whole(days.get(0), 1, MONTH);
        double share = fields.find("share").map(Plain::share).orElse(1.0);
        return new Habit.Monthly((int) from, (int) Plain.whole(days.get(1), from, MONTH), share);
    }

    /** Weights of the hours of a day: those named, or all alike from one to another. */
    private static List<Double> hours(Place place) {
        if (!place.isList()) {
            return factors(place, 0, HOURS - 1, 0);
        }
        List<Place> ends = place.list();
        if (ends.size() != 2) {
            throw place.wrong("has " + ends.size() + " hours, but a range has two\nMaybe [8, 22]");
        }
        long from = Plain.whole(ends.get(0), 0, HOURS - 1);
        long to = Plain.whole(ends.get(1), from + 1, HOURS);
        List<Double> hours = new ArrayList<>(Collections.nCopies(HOURS, 0.0));
        Collections.fill(hours.subList((int) from, (int) to), 1.0);
        return hours;
    }

    private static List<Double> factors(Place place, int first, int last, double otherwise) {
        List<Double> factors = new ArrayList<>(Collections.nCopies(last - first + 1, otherwise));
        place.names()
                .all()
                .forEach((name, factor) -> factors.set(index(factor, name, first, last), Plain.number(factor)));
        if (factors.stream().noneMatch(factor -> factor > 0)) {
            throw place.wrong("has no weight above 0\nMaybe {12: 1}");
        }
        return factors;
    }

    private static int index(Place place, String name, int first, int last) {
        @Nullable Integer number = name.matches("\\d{1,2}") ? Integer.valueOf(name) : null;
        if (number == null || number < first || number > last) {
            throw place.wrong("is none of " + first + " to " + last + "\nMaybe " + last);
        }
        return number - first;
    }
}

package org.quanzu.simulation.script;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanzu.simulation.script.Quantity.Between;
import org.quanzu.simulation.script.Quantity.Fixed;
import org.quanzu.simulation.script.Quantity.LogNormal;
import org.quanzu.simulation.script.Quantity.Part;

/** Reads numbers, amounts, times and chances, each of them moved by the shift. */
public final class Quantities {
    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)([smhd]?)");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600, "d", 86_400);
    private static final List<String> FORMS = List.of("median", "spread", "share", "times", "of", "ending");

    private final Shift shift;
    private final Set<String> amounts;

    /** Reads with {@code shift}; parts may be taken of the {@code amounts} named. */
    public Quantities(Shift shift, Set<String> amounts) {
        this.shift = shift;
        this.amounts = amounts;
    }

    /** A number or an amount. */
    public Quantity number(Place place) {
        return read(place, false).times(shift.factor(place));
    }

    /** How long something takes, in seconds. */
    public Quantity time(Place place) {
        return read(place, true).times(shift.factor(place));
    }

    /** A chance from 0 to 1. */
    public double chance(Place place) {
        double chance = plain(place, false);
        if (chance > 1) {
            throw place.wrong("is " + place.text() + ", but a chance is at most 1\nMaybe " + place.text()
                    + " in a hundred is " + chance / 100);
        }
        return Math.min(1, chance * shift.factor(place));
    }

    private Quantity read(Place place, boolean time) {
        if (place.isList()) {
            return between(place, time);
        }
        return place.hasNames() ? formed(place, time) : new Fixed(plain(place, time));
    }

    private Quantity between(Place place, boolean time) {
        List<Place> ends = place.list();
        if (ends.size() != 2) {
            throw place.wrong("has " + ends.size() + " numbers, but a range has two\nMaybe [5, 10]");
        }
        double from = plain(ends.get(0), time);
        double to = plain(ends.get(1), time);
        if (from > to) {
            throw place.wrong("goes from " + ends.get(0).text() + " down to "
                    + ends.get(1).text() + "\nMaybe exchange the two");
        }
        return new Between(from, to);
    }

    private Quantity formed(Place place, boolean time) {
        Fields fields = place.fields(FORMS);
        if (fields.find("median").isPresent()) {
            return logNormal(fields, time);
        }
        Place factor = fields.find("share")
                .or(() -> fields.find("times"))
                .orElseThrow(
                        () -> place.wrong(
                                "is none of the forms of a number\nMaybe {median: 50, spread: 2} or {share: [0.1, 0.2], of: income}"));
        Place of = fields.need("of");
        if (!amounts.contains(of.text())) {
            throw Fields.unknown(of, "amount", of.text(), amounts);
        }
        return new Part(read(factor, false), of.text());
    }

    private Quantity logNormal(Fields fields, boolean time) {
        Place median = fields.need("median");
        Place spread = fields.need("spread");
        if (plain(median, time) <= 0) {
            throw median.wrong("is " + median.text() + ", but a median is more than 0\nMaybe 1");
        }
        if (plain(spread, false) < 1) {
            throw spread.wrong(
                    "is " + spread.text() + ", but a spread is at least 1\nMaybe 2, for half to double the median");
        }
        return new LogNormal(plain(median, time), plain(spread, false));
    }

    /** One number that is not negative; times need a unit, other numbers have none. */
    static double plain(Place place, boolean time) {
        Matcher matcher = NUMBER.matcher(place.text().replace("_", ""));
        if (!matcher.matches()) {
            throw place.wrong("is " + place.shown() + ", but a number is needed\nMaybe " + (time ? "30m" : "30"));
        }
        String unit = matcher.group(2);
        double value = Double.parseDouble(matcher.group(1));
        if (time && unit.isEmpty() && value > 0) {
            throw place.wrong("is " + place.text() + " without a unit\nMaybe " + place.text() + "m, for minutes");
        }
        if (!time && !unit.isEmpty()) {
            throw place.wrong("is " + place.text() + ", but no time is needed here\nMaybe " + matcher.group(1));
        }
        return value * SECONDS.getOrDefault(unit, 1);
    }
}

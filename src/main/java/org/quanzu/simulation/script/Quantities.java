package org.quanzu.simulation.script;

import java.util.List;
import java.util.Set;
import org.quanzu.simulation.script.Quantity.Between;
import org.quanzu.simulation.script.Quantity.Fixed;
import org.quanzu.simulation.script.Quantity.LogNormal;
import org.quanzu.simulation.script.Quantity.Part;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;

/** Reads numbers, amounts, times and chances, each of them moved by the shift. */
public final class Quantities {
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
        double chance = Plain.number(place);
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
        return place.hasNames() ? formed(place, time) : new Fixed(Plain.number(place, time));
    }

    private Quantity between(Place place, boolean time) {
        List<Place> ends = place.list();
        if (ends.size() != 2) {
            throw place.wrong("has " + ends.size() + " numbers, but a range has two\nMaybe [5, 10]");
        }
        double from = Plain.number(ends.get(0), time);
        double to = Plain.number(ends.get(1), time);
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
        if (Plain.number(median, time) <= 0) {
            throw median.wrong("is " + median.text() + ", but a median is more than 0\nMaybe 1");
        }
        if (Plain.number(spread) < 1) {
            throw spread.wrong(
                    "is " + spread.text() + ", but a spread is at least 1\nMaybe 2, for half to double the median");
        }
        return new LogNormal(Plain.number(median, time), Plain.number(spread));
    }
}

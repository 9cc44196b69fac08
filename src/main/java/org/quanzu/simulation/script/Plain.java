package org.quanzu.simulation.script;

/** Reads numbers that are said outright and never moved. */
public final class Plain {
    private Plain() {}

    /** A number that is not negative. */
    public static double number(Place place) {
        return Quantities.plain(place, false);
    }

    /** A share from 0 to 1. */
    public static double share(Place place) {
        double share = number(place);
        if (share > 1) {
            throw place.wrong("is " + place.text() + ", but a share is at most 1\nMaybe " + share / 100);
        }
        return share;
    }

    /** A whole number from {@code least} to {@code most}. */
    public static long whole(Place place, long least, long most) {
        long value;
        try {
            value = Long.parseLong(place.text().replace("_", ""));
        } catch (NumberFormatException e) {
            throw place.wrong("is " + place.shown() + ", but a whole number is needed\nMaybe " + Math.max(least, 1));
        }
        if (value < least || value > most) {
            throw place.wrong("is " + value + ", but only " + least + " to " + most + " will do\nMaybe "
                    + (value < least ? Math.max(least, 1) : most));
        }
        return value;
    }
}

package org.quanzu.simulation.yaml;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers that are said outright and never moved. */
public final class Plain {
    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)([smhd]?)");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600, "d", 86_400);

    private Plain() {}

    /** A number that is not negative. */
    public static double number(Place place) {
        return number(place, false);
    }

    /** A number that is not negative; a {@code time} needs a unit and is told in seconds, other numbers have none. */
    public static double number(Place place, boolean time) {
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

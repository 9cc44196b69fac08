package org.quanzu.simulation.team;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.practice.Units;
import org.quanzu.simulation.team.TeamSetup.Unit;

/** Who is on duty when; hours count from {@code beginMillis}, a local midnight. */
final class Shifts {
    private static final long HOUR = 3_600_000L;
    private static final int DAY = 24;

    private final long beginMillis;
    private final Units order;
    private final Map<String, Unit> units = new LinkedHashMap<>();

    Shifts(long beginMillis, Units order, List<Unit> units) {
        this.beginMillis = beginMillis;
        this.order = order;
        units.forEach(unit -> this.units.put(unit.code(), unit));
    }

    List<String> codes() {
        return List.copyOf(units.keySet());
    }

    int hour(long millis) {
        return (int) Math.floorMod((millis - beginMillis) / HOUR, (long) DAY);
    }

    int onDuty(String code, long millis) {
        Unit unit = units.get(code);
        if (unit == null) {
            return 0;
        }
        int hour = hour(millis);
        boolean on = unit.from() == unit.to()
                || (unit.from() < unit.to()
                        ? hour >= unit.from() && hour < unit.to()
                        : hour >= unit.from() || hour < unit.to());
        return on ? unit.operators() : 0;
    }

    /** The unit itself when somebody is there, else the first one after it where somebody is, else itself. */
    String manned(String code, long millis) {
        return onDuty(code, millis) > 0 ? code : after(code, millis);
    }

    /** The first unit after {@code code} where somebody is, else itself. */
    String after(String code, long millis) {
        return order.after(code).stream()
                .filter(next -> onDuty(next, millis) > 0)
                .findFirst()
                .orElse(code);
    }

    /** The unit that visits: the last one, where the team has it. */
    String visiting(String otherwise) {
        return order.last().filter(units::containsKey).orElse(otherwise);
    }

    int operators() {
        return units.values().stream().mapToInt(Unit::operators).sum();
    }

    /** Hours of all operators together in so many days. */
    double operatorHours(int days) {
        return units.values().stream()
                        .mapToDouble(unit -> unit.operators() * (double) length(unit))
                        .sum()
                * days;
    }

    private static int length(Unit unit) {
        return unit.to() > unit.from() ? unit.to() - unit.from() : unit.to() - unit.from() + DAY;
    }
}

package org.quanzu.desk.shift;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quanzu.practice.Units;
import org.quanzu.practice.Units.Unit;

/** Tells what the units of the table in service can get done. */
public final class Staffing {
    private final Shifts shifts;

    public Staffing(Shifts shifts) {
        this.shifts = shifts;
    }

    /** By the code of each unit. */
    public Map<String, Strength> of(Units units, Instant now) {
        Map<String, Integer> onShift = shifts.onShift(now);
        Map<String, Integer> available = shifts.available(units.codes(), now);
        Map<String, Strength> strengths = new LinkedHashMap<>();
        for (Unit unit : units.all()) {
            Integer rostered = onShift.get(unit.code());
            int people = rostered == null ? Math.max(1, available.getOrDefault(unit.code(), 0)) : rostered;
            strengths.put(unit.code(), new Strength(rostered != null, people, people * unit.casesPerHour()));
        }
        return strengths;
    }
}

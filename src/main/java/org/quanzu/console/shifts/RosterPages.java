package org.quanzu.console.shifts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.console.Rulebook;
import org.quanzu.desk.shift.Availability;
import org.quanzu.desk.shift.Colleagues;
import org.quanzu.desk.shift.Rostering;
import org.quanzu.desk.shift.Shift;
import org.quanzu.desk.shift.Shifts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of the roster. */
@Component
class RosterPages {
    private static final int DAYS_BACK = 14;
    private static final int DAYS_AHEAD = 14;
    private final Shifts shifts;
    private final Availability availability;
    private final Colleagues colleagues;
    private final Rostering rostering;
    private final Rulebook rulebook;
    private final Clock clock;

    RosterPages(
            Shifts shifts,
            Availability availability,
            Colleagues colleagues,
            Rostering rostering,
            Rulebook rulebook,
            Clock clock) {
        this.shifts = shifts;
        this.availability = availability;
        this.colleagues = colleagues;
        this.rostering = rostering;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** A unit with who is on shift now; {@code rostered}: there is any shift in the weeks before and after. */
    public record UnitRoster(String unit, boolean rostered, List<Shift> now, List<Week> weeks) {}

    String show(Model model) {
        Instant now = clock.instant();
        ZoneId zone = rostering.zone();
        LocalDate monday = Week.monday(LocalDate.ofInstant(now, zone));
        Map<String, String> names = new HashMap<>();
        List<Colleagues.Colleague> all = colleagues.all();
        all.forEach(one -> names.put(one.name(), one.displayName()));
        model.addAttribute("units", units(now, monday, zone));
        model.addAttribute("away", availability.away(now));
        model.addAttribute("colleagues", all);
        model.addAttribute("names", names);
        model.addAttribute("rulebook", rulebook);
        model.addAttribute("zone", zone);
        model.addAttribute("today", LocalDate.ofInstant(now, zone));
        return "shifts/shifts";
    }

    private List<UnitRoster> units(Instant now, LocalDate monday, ZoneId zone) {
        Instant from = monday.minusDays(DAYS_BACK).atStartOfDay(zone).toInstant();
        Instant until = monday.plusDays(DAYS_AHEAD + 7L).atStartOfDay(zone).toInstant();
        List<Shift> around = shifts.between(from, until);
        Map<String, Integer> onShift = shifts.onShift(now);
        return rulebook.units().stream()
                .map(unit -> {
                    List<Shift> own = around.stream()
                            .filter(shift -> shift.unit().equals(unit))
                            .toList();
                    List<Shift> there =
                            own.stream().filter(shift -> shift.covers(now)).toList();
                    List<Week> weeks =
                            List.of(Week.of(monday, own, zone, true), Week.of(monday.plusDays(7), own, zone, false));
                    return new UnitRoster(unit, onShift.containsKey(unit), there, weeks);
                })
                .toList();
    }
}

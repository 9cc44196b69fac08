package org.quanzu.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanzu.desk.shift.Availability;
import org.quanzu.desk.shift.Colleagues;
import org.quanzu.desk.shift.Shift;
import org.quanzu.desk.shift.Shifts;

/** Shifts, people and who is away. */
public class InMemoryShifts implements Shifts, Availability, Colleagues {
    private final List<Shift> all = new ArrayList<>();
    private final Map<String, Instant> away = new HashMap<>();
    private long next = 1;

    final synchronized void reset() {
        all.clear();
        away.clear();
        next = 1;
    }

    @Override
    public synchronized List<Shift> between(Instant from, Instant until) {
        return all.stream()
                .filter(shift -> shift.times().until().isAfter(from)
                        && shift.times().from().isBefore(until))
                .toList();
    }

    @Override
    public synchronized void add(List<Shift.Times> shifts) {
        shifts.forEach(times -> all.add(new Shift(next++, times)));
    }

    @Override
    public synchronized Optional<Shift> remove(long id) {
        Optional<Shift> found = all.stream().filter(shift -> shift.id() == id).findFirst();
        found.ifPresent(all::remove);
        return found;
    }

    @Override
    public synchronized Map<String, Integer> onShift(Instant now) {
        Map<String, Integer> people = new HashMap<>();
        all.forEach(shift -> people.merge(shift.unit(), shift.covers(now) ? 1 : 0, Integer::sum));
        return people;
    }

    @Override
    public Map<String, Integer> available(Collection<String> units, Instant now) {
        return Map.of();
    }

    @Override
    public synchronized Optional<Instant> awayUntil(String operator, Instant now) {
        return Optional.ofNullable(away.get(operator)).filter(now::isBefore);
    }

    @Override
    public synchronized Map<String, Instant> away(Instant now) {
        return Map.copyOf(away);
    }

    @Override
    public synchronized void leave(String operator, Instant until) {
        away.put(operator, until);
    }

    @Override
    public synchronized void comeBack(String operator) {
        away.remove(operator);
    }

    @Override
    public List<Colleague> all() {
        return List.of(
                new Colleague("li", "李四", List.of("DESK")),
                new Colleague("operator", "<b>operator</b>", List.of("DESK", "STATION")));
    }
}

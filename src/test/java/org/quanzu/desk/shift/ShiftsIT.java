package org.quanzu.desk.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.shift.Colleagues.Colleague;
import org.quanzu.desk.shift.Roster.Problem;
import org.quanzu.desk.shift.Roster.Problem.What;
import org.quanzu.practice.Units;
import org.quanzu.testkit.DeskNode;
import org.springframework.jdbc.core.JdbcTemplate;

class ShiftsIT {
    private static final Instant NOW = DeskNode.START;

    private final DeskNode node = new DeskNode();
    private final Shifts shifts = node.part(Shifts.class);
    private final Availability availability = node.part(Availability.class);
    private final Staffing staffing = node.part(Staffing.class);

    @AfterEach
    void stop() {
        node.close();
    }

    private void add(String operator, String unit, Duration from, Duration until) {
        shifts.add(List.of(new Shift.Times(operator, unit, NOW.plus(from), NOW.plus(until))));
    }

    private Strength desk(Instant now) {
        return staffing.of(Units.STANDARD, now).get("DESK");
    }

    private void user(String name, String role, String units) {
        new JdbcTemplate(node.database)
                .update(
                        "insert into users (name, display_name, role, units, password_hash, created_at, changed_at)"
                                + " values (?, ?, ?, ?::text[], 'x', now(), now())",
                        name,
                        name.toUpperCase(java.util.Locale.ROOT),
                        role,
                        units);
    }

    @Test
    void staffsAUnitWhileAShiftLastsAndItsOperatorIsThere() {
        add("li", "DESK", Duration.ofHours(1), Duration.ofHours(9));
        add("li", "DESK", Duration.ofHours(2), Duration.ofHours(3));
        add("wang", "DESK", Duration.ofHours(2), Duration.ofHours(9));

        boolean before = desk(NOW).isStaffed();
        Strength first = desk(NOW.plus(Duration.ofHours(1)));
        Strength both = desk(NOW.plus(Duration.ofHours(2)));
        availability.leave("li", NOW.plus(Duration.ofHours(3)));
        Strength away = desk(NOW.plus(Duration.ofHours(2)));
        availability.comeBack("li");

        assertThat(before).isFalse();
        assertThat(first).isEqualTo(new Strength(true, 1, 10));
        assertThat(both).isEqualTo(new Strength(true, 2, 20));
        assertThat(away).isEqualTo(new Strength(true, 1, 10));
        assertThat(desk(NOW.plus(Duration.ofHours(2))).people()).isEqualTo(2);
        assertThat(desk(NOW.plus(Duration.ofHours(9))).isStaffed()).isFalse();
    }

    @Test
    void takesAUnitWithoutARosterToBeStaffed() {
        add("li", "DESK", Duration.ofDays(15), Duration.ofDays(16));
        user("li", "OPERATOR", "{DESK}");
        user("wang", "SUPERVISOR", "{}");
        user("zhao", "ANALYST", "{DESK}");

        Strength far = desk(NOW);
        availability.leave("wang", NOW.plusSeconds(60));
        Strength away = desk(NOW);

        assertThat(far).isEqualTo(new Strength(false, 2, 20));
        assertThat(away).isEqualTo(new Strength(false, 1, 10));
        assertThat(staffing.of(Units.STANDARD, NOW).get("STATION").people()).isOne();
        assertThat(desk(NOW.plus(Duration.ofDays(2))).isStaffed()).isFalse();
    }

    @Test
    void doesNotCountWhoIsShutOut() {
        user("li", "OPERATOR", "{DESK}");
        add("li", "DESK", Duration.ZERO, Duration.ofHours(8));
        boolean before = desk(NOW).isStaffed();

        new JdbcTemplate(node.database).update("update users set disabled = true");

        assertThat(before).isTrue();
        assertThat(desk(NOW).isStaffed()).isFalse();
        assertThat(node.part(Colleagues.class).all()).isEmpty();
    }

    @Test
    void knowsWhoIsAwayUntilWhen() {
        availability.leave("li", NOW.plusSeconds(60));
        availability.leave("li", NOW.plusSeconds(900));

        assertThat(availability.awayUntil("li", NOW)).contains(NOW.plusSeconds(900));
        assertThat(availability.away(NOW)).containsOnlyKeys("li");
        assertThat(availability.awayUntil("li", NOW.plusSeconds(900))).isEmpty();
    }

    @Test
    void addsAWholeRosterOrNothing() {
        user("li", "OPERATOR", "{DESK}");
        Rostering rostering = node.part(Rostering.class);
        String good = "unit,operator,from,until\nDESK,li,2026-03-02 08:00,2026-03-02 16:00\n";

        List<Problem> none = rostering.add(Roster.read(good));
        List<Problem> twice =
                rostering.add(Roster.read(good + "STATION,li,2026-03-02 08:00,2026-03-02T16:00:00+08:00\n"));

        assertThat(none).isEmpty();
        assertThat(twice).containsExactly(new Problem(2, What.OVERLAP, "li"));
        assertThat(shifts.between(NOW, NOW.plusSeconds(1)))
                .singleElement()
                .returns(
                        Instant.parse("2026-03-02T00:00:00Z"),
                        shift -> shift.times().from());
        assertThat(node.part(Colleagues.class).find("li")).contains(new Colleague("li", "LI", List.of("DESK")));
    }

    @Test
    void removesAShiftOnce() {
        add("li", "DESK", Duration.ZERO, Duration.ofHours(8));
        long id = shifts.between(NOW, NOW.plusSeconds(1)).get(0).id();

        assertThat(shifts.remove(id)).map(Shift::operator).contains("li");
        assertThat(shifts.remove(id)).isEmpty();
    }
}

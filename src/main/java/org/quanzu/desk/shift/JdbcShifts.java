package org.quanzu.desk.shift;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Shifts in PostgreSQL. */
final class JdbcShifts implements Shifts {
    private static final Duration ROSTER = Duration.ofDays(14);

    private static final String ON_SHIFT = """
            select unit, count(distinct operator) filter (where starts_at <= :now and ends_at > :now
                and not exists (select from operators_away as away
                    where away.operator = shifts.operator and away_until > :now)
                and not exists (select from users where name = shifts.operator and disabled)) as people
            from shifts where ends_at > :from and starts_at < :until group by unit""";

    private static final String AVAILABLE = """
            select unit, count(*) as people
            from users cross join unnest(case when cardinality(users.units) = 0 then :units else users.units end) as unit
            where not disabled and role in ('OPERATOR', 'SUPERVISOR')
                and not exists (select from operators_away where operator = name and away_until > :now)
            group by unit""";

    private final JdbcClient jdbc;

    JdbcShifts(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    public List<Shift> between(Instant from, Instant until) {
        return jdbc.sql("""
                        select * from shifts where ends_at > :from and starts_at < :until
                        order by unit, starts_at, operator, shift_id""")
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, i) -> shift(row))
                .list();
    }

    @Override
    public void add(List<Shift.Times> shifts) {
        jdbc.sql("""
                        insert into shifts (operator, unit, starts_at, ends_at)
                        select * from unnest(:operators, :units, :from, :until)""")
                .param("operators", words(shifts, Shift.Times::operator))
                .param("units", words(shifts, Shift.Times::unit))
                .param("from", times(shifts, Shift.Times::from))
                .param("until", times(shifts, Shift.Times::until))
                .update();
    }

    private static String[] words(List<Shift.Times> shifts, Function<Shift.Times, String> part) {
        return shifts.stream().map(part).toArray(String[]::new);
    }

    private static Timestamp[] times(List<Shift.Times> shifts, Function<Shift.Times, Instant> part) {
        return shifts.stream().map(part).map(Timestamp::from).toArray(Timestamp[]::new);
    }

    @Override
    public Optional<Shift> remove(long id) {
        return jdbc.sql("delete from shifts where shift_id = ? returning *")
                .param(id)
                .query((row, i) -> shift(row))
                .optional();
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                row.getLong("shift_id"),
                new Shift.Times(
                        row.getString("operator"),
                        row.getString("unit"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()));
    }

    @Override
    public Map<String, Integer> onShift(Instant now) {
        return counted(jdbc.sql(ON_SHIFT)
                .param("now", Timestamp.from(now))
                .param("from", Timestamp.from(now.minus(ROSTER)))
                .param("until", Timestamp.from(now.plus(ROSTER))));
    }

    @Override
    public Map<String, Integer> available(Collection<String> units, Instant now) {
        return counted(
                jdbc.sql(AVAILABLE).param("units", units.toArray(String[]::new)).param("now", Timestamp.from(now)));
    }

    private static Map<String, Integer> counted(StatementSpec statement) {
        Map<String, Integer> people = new HashMap<>();
        statement.query(row -> {
            people.put(row.getString("unit"), row.getInt("people"));
        });
        return people;
    }
}

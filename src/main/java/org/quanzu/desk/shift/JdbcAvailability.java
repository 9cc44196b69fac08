package org.quanzu.desk.shift;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is away, in PostgreSQL. */
final class JdbcAvailability implements Availability {
    private final JdbcClient jdbc;

    JdbcAvailability(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    public Optional<Instant> awayUntil(String operator, Instant now) {
        return jdbc.sql("select away_until from operators_away where operator = ? and away_until > ?")
                .param(operator)
                .param(Timestamp.from(now))
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    @Override
    public Map<String, Instant> away(Instant now) {
        Map<String, Instant> away = new HashMap<>();
        jdbc.sql("select operator, away_until from operators_away where away_until > ?")
                .param(Timestamp.from(now))
                .query(row -> {
                    away.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return away;
    }

    @Override
    public void leave(String operator, Instant until) {
        jdbc.sql("""
                        insert into operators_away (operator, away_until) values (?, ?)
                        on conflict (operator) do update set away_until = excluded.away_until""").param(operator).param(Timestamp.from(until)).update();
    }

    @Override
    public void comeBack(String operator) {
        jdbc.sql("delete from operators_away where operator = ?")
                .param(operator)
                .update();
    }
}

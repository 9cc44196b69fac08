package org.quanzu.journal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** One partition of {@code events} per day of receipt. */
final class JdbcPartitions implements Partitions {
    private static final String PREFIX = "events_";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final int DAYS_AHEAD = 2;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private volatile @Nullable LocalDate preparedFor;

    JdbcPartitions(DataSource database, TransactionTemplate transaction) {
        jdbc = new JdbcTemplate(database);
        this.transaction = transaction;
    }

    @Override
    public void prepare(LocalDate today) {
        if (today.equals(preparedFor)) {
            return;
        }
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate day = today.plusDays(ahead);
            jdbc.execute("create table if not exists " + name(day) + " partition of events for values from ('" + day
                    + "') to ('" + day.plusDays(1) + "')");
        }
        preparedFor = today;
    }

    private static String name(LocalDate day) {
        return PREFIX + NAME.format(day);
    }

    @Override
    public List<LocalDate> before(LocalDate day) {
        return jdbc
                .queryForList(
                        "select inhrelid::regclass::text from pg_inherits where inhparent = 'events'::regclass",
                        String.class)
                .stream()
                .map(name -> LocalDate.parse(name.substring(name.indexOf(PREFIX) + PREFIX.length()), NAME))
                .filter(kept -> kept.isBefore(day))
                .sorted()
                .toList();
    }

    @Override
    public List<String> personsNeeding(LocalDate day) {
        return jdbc.queryForList(
                "select distinct e.person_id from " + name(day) + " e left join profiles p using (person_id)"
                        + " where p.seq is null or p.seq < e.seq",
                String.class);
    }

    @Override
    public boolean isAwaited(LocalDate day) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from " + name(day) + " where assessment is not null"
                        + " and seq > (select min(seq) from journal_consumers))"
                        + " or exists (select from set_aside_records where day = ? and retry_at is not null)",
                Boolean.class,
                day));
    }

    @Override
    public void drop(LocalDate day) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("drop table " + name(day));
            jdbc.update("delete from event_keys where day = ?", day);
            jdbc.update("delete from set_aside_records where day = ?", day);
        });
    }
}

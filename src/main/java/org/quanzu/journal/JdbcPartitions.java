package org.quanzu.journal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One partition of {@code events} per day of receipt. Days are attached and detached so that neither readers nor the writer
 * wait: no statement here asks for a lock on {@code events} that conflicts with theirs, and keys are deleted in small steps.
 */
final class JdbcPartitions implements Partitions {
    private static final String PREFIX = "events_";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final int DAYS_AHEAD = 2;
    private static final int PAGES_PER_STEP = 64;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate patient;
    private final TransactionTemplate transaction;
    private volatile @Nullable LocalDate preparedFor;

    JdbcPartitions(DataSource database, TransactionTemplate transaction) {
        jdbc = new JdbcTemplate(database);
        patient = new JdbcTemplate(new JdbcPatientSource(database));
        this.transaction = transaction;
    }

    @Override
    public void prepare(LocalDate today) {
        if (today.equals(preparedFor)) {
            return;
        }
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            attach(today.plusDays(ahead));
        }
        preparedFor = today;
    }

    private void attach(LocalDate day) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("select pg_advisory_xact_lock(hashtext('partitions'))");
            if (exists(day)) {
                return;
            }
            jdbc.execute("create table " + name(day) + " (like events including all)");
            jdbc.execute("alter table events attach partition " + name(day) + " for values from ('" + day + "') to ('"
                    + day.plusDays(1) + "')");
        });
    }

    private boolean exists(LocalDate day) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select to_regclass(?) is not null", Boolean.class, name(day)));
    }

    private static String name(LocalDate day) {
        return PREFIX + NAME.format(day);
    }

    /** Also days that were detached by a run that did not come to its end. */
    @Override
    public List<LocalDate> before(LocalDate day) {
        return patient
                .queryForList(
                        "select relname from pg_class where relkind = 'r' and relname ~ '^events_[0-9]{8}$'"
                                + " and relnamespace = current_schema()::regnamespace",
                        String.class)
                .stream()
                .map(name -> LocalDate.parse(name.substring(PREFIX.length()), NAME))
                .filter(kept -> kept.isBefore(day))
                .sorted()
                .toList();
    }

    @Override
    public List<String> personsNeeding(LocalDate day) {
        return patient.queryForList(
                "select distinct e.person_id from " + name(day) + " e left join profiles p using (person_id)"
                        + " where p.seq is null or p.seq < e.seq",
                String.class);
    }

    @Override
    public boolean isAwaited(LocalDate day) {
        return Boolean.TRUE.equals(patient.queryForObject(
                "select exists (select from " + name(day) + " where " + EventStore.WARNS
                        + " and seq > (select min(seq) from journal_consumers))"
                        + " or exists (select from set_aside_records where day = ? and retry_at is not null)",
                Boolean.class,
                day));
    }

    @Override
    public void drop(LocalDate day) {
        detach(day);
        deleteKeys(day);
        patient.update("delete from set_aside_records where day = ?", day);
        patient.execute("drop table " + name(day));
    }

    private void detach(LocalDate day) {
        patient.queryForList(
                        "select inhdetachpending from pg_inherits where inhrelid = ?::regclass",
                        Boolean.class,
                        name(day))
                .forEach(interrupted -> patient.execute("alter table events detach partition " + name(day)
                        + (interrupted ? " finalize" : " concurrently")));
    }

    /** The rows of the detached day name the keys, so that no index over days is needed. */
    private void deleteKeys(LocalDate day) {
        Long pages = patient.queryForObject(
                "select pg_relation_size(?::regclass) / current_setting('block_size')::int", Long.class, name(day));
        for (long page = 0; page < Objects.requireNonNull(pages); page += PAGES_PER_STEP) {
            patient.update(
                    "delete from event_keys k using " + name(day) + " e where e.ctid >= ?::tid and e.ctid < ?::tid"
                            + " and k.source = e.source and k.event_id = e.event_id and k.day = ?",
                    "(" + page + ",0)",
                    "(" + (page + PAGES_PER_STEP) + ",0)",
                    day);
        }
    }
}

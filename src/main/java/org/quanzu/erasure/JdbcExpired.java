package org.quanzu.erasure;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.erasure.PersonErasure.Identity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds in PostgreSQL what has been kept long enough; no step waits for a row that somebody has locked. */
final class JdbcExpired implements Expired {
    private static final String PERSONS = """
            with page as materialized (
                select person_id, created_at < :before and merged_into is null as old from persons
                where person_id > :after order by person_id limit :limit)
            select page.person_id, old and not exists (select from profiles p
                where p.person_id = page.person_id and p.day >= :day) as idle
            from page order by page.person_id""";

    /** A person who is merged has the cases and links of the other one. */
    private static final String ACTIVE = """
            select exists (select from profiles where person_id = any (:persons) and day >= :day)
                or exists (select from events where person_id = any (:persons) and day >= :day)
                or exists (select from person_changes where person_id = any (:persons))
                or exists (select from feedback where person_id = any (:persons) and received_at >= :before)
                or exists (select from person_links where person_id = any (:persons)
                    and greatest(valid_from, valid_to) >= :before)
                or exists (select from person_sources where person_id = any (:persons) and told_at >= :before)
                or exists (select from person_merges where person_id = any (:persons)
                    and greatest(valid_from, valid_to) >= :before)
                or exists (select from cases where person_id = any (:persons)
                    and (state <> 'CLOSED' or greatest(closed_at, last_event_at) >= :before))
                or exists (select from outreach_orders where person_id = any (:persons)
                    and (state in ('PENDING', 'SENDING', 'UNCERTAIN') or greatest(put_at, lapses_at) >= :before))""";

    private static final String CASES = """
            select case_id from cases where state = 'CLOSED' and closed_at < :before
            order by closed_at limit :limit for update skip locked""";
    private static final String ORDERS = """
            delete from outreach_orders where order_id in (
                select order_id from outreach_orders where put_at < :before and (lapses_at is null or lapses_at < :before)
                    and state in ('SENT', 'SHOWN', 'DEAD', 'LAPSED', 'WITHHELD')
                order by put_at limit :limit for update skip locked)""";
    private static final String KEYS = """
            delete from event_keys where (source, event_id) in (
                select source, event_id from event_keys where person_id = '' and day < :before
                limit :limit for update skip locked)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcExpired(DataSource database) {
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @Override
    public Page persons(String after, Instant before, int limit) {
        List<String> idle = new ArrayList<>();
        @Nullable String[] last = {null};
        int[] seen = {0};
        jdbc.sql(PERSONS)
                .param("after", after)
                .param("before", Timestamp.from(before))
                .param("day", dayOf(before))
                .param("limit", limit)
                .query(row -> {
                    last[0] = row.getString("person_id");
                    seen[0]++;
                    if (row.getBoolean("idle")) {
                        idle.add(row.getString("person_id"));
                    }
                });
        return new Page(idle, seen[0] < limit ? null : last[0]);
    }

    private static LocalDate dayOf(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public boolean isIdle(Identity identity, Instant before) {
        return !jdbc.sql(ACTIVE)
                .param("persons", identity.all().toArray(String[]::new))
                .param("before", Timestamp.from(before))
                .param("day", dayOf(before))
                .query(Boolean.class)
                .single();
    }

    @Override
    public int dropCases(Instant before, int limit) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<String> cases = jdbc.sql(CASES)
                    .param("before", Timestamp.from(before))
                    .param("limit", limit)
                    .query(String.class)
                    .list();
            JdbcPersonTables.dropCases(jdbc, cases);
            return cases.size();
        }));
    }

    @Override
    public int dropOrders(Instant before, int limit) {
        return jdbc.sql(ORDERS)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .update();
    }

    @Override
    public int dropErasedKeys(LocalDate before, int limit) {
        return jdbc.sql(KEYS).param("before", before).param("limit", limit).update();
    }
}

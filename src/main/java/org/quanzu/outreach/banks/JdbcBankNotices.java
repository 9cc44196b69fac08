package org.quanzu.outreach.banks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices, levels told and holds in PostgreSQL. */
final class JdbcBankNotices implements BankNotices {
    private static final long APPEND_LOCK = 0x6e6f74696365L;

    private final JdbcClient jdbc;

    JdbcBankNotices(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    @Override
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", APPEND_LOCK)
                .query((row, number) -> number)
                .list();
    }

    @Override
    public Map<String, ToldLevel> told(Set<String> persons) {
        Map<String, ToldLevel> told = new HashMap<>();
        jdbc.sql("select person_id, seq, level, valid_until from told_levels where person_id = any (:persons)")
                .param("persons", persons.toArray(String[]::new))
                .query(row -> {
                    told.put(
                            row.getString("person_id"),
                            new ToldLevel(row.getLong("seq"), row.getString("level"), instant(row, "valid_until")));
                });
        return told;
    }

    @Override
    public void remember(Map<String, ToldLevel> levels) {
        List<Map.Entry<String, ToldLevel>> all = List.copyOf(levels.entrySet());
        if (all.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into told_levels (person_id, seq, level, valid_until)
                        select person, seq, level, to_timestamp(until_millis::float8 / 1000)
                        from unnest(:persons, :seqs, :levels, :ends) as told (person, seq, level, until_millis)
                        on conflict (person_id) do update
                            set seq = excluded.seq, level = excluded.level, valid_until = excluded.valid_until""")
                .param("persons", all.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("seqs", all.stream().map(told -> told.getValue().seq()).toArray(Long[]::new))
                .param(
                        "levels",
                        all.stream().map(told -> told.getValue().level()).toArray(String[]::new))
                .param(
                        "ends",
                        all.stream()
                                .map(told -> millis(told.getValue().validUntil()))
                                .toArray(Long[]::new))
                .update();
    }

    @Override
    public List<String> sourcesOf(String personId) {
        return jdbc.sql("""
                        select distinct source from events where person_id in (
                            select :person union all select person_id from persons where merged_into = :person)
                        order by source""").param("person", personId).query(String.class).list();
    }

    @Override
    public void append(UUID id, String source, String personId, String body, Instant at, boolean delivered) {
        lock();
        jdbc.sql("""
                        insert into bank_notices (id, source, person_id, body, at, state, due_at)
                        values (:id, :source, :person, :body, :at, :state, :at) on conflict (id) do nothing""")
                .param("id", id)
                .param("source", source)
                .param("person", personId)
                .param("body", body)
                .param("at", time(at))
                .param("state", delivered ? "READABLE" : "PENDING")
                .update();
    }

    @Override
    public List<Notice> after(String source, long seq, int limit) {
        return jdbc.sql("select * from bank_notices where source = :source and seq > :seq order by seq limit :limit")
                .param("source", source)
                .param("seq", seq)
                .param("limit", limit)
                .query((row, number) -> notice(row))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("body"),
                row.getInt("tries"));
    }

    @Override
    public Optional<Notice> lockDue(Instant now) {
        return jdbc.sql("""
                        select * from bank_notices where state = 'PENDING' and due_at <= :now
                        order by due_at, seq limit 1 for update skip locked""")
                .param("now", time(now))
                .query((row, number) -> notice(row))
                .optional();
    }

    @Override
    public void delivered(long seq) {
        jdbc.sql("update bank_notices set state = 'DELIVERED' where seq = :seq")
                .param("seq", seq)
                .update();
    }

    @Override
    public void take(long seq, Instant until) {
        jdbc.sql("update bank_notices set due_at = :until, tries = tries + 1 where seq = :seq")
                .param("until", time(until))
                .param("seq", seq)
                .update();
    }

    @Override
    public void postpone(long seq, Instant due) {
        jdbc.sql("update bank_notices set due_at = :due where seq = :seq")
                .param("due", time(due))
                .param("seq", seq)
                .update();
    }

    @Override
    public void giveUp(long seq) {
        jdbc.sql("update bank_notices set state = 'GIVEN_UP' where seq = :seq")
                .param("seq", seq)
                .update();
    }

    @Override
    public void hold(PaymentHold hold) {
        jdbc.sql("""
                        insert into payment_holds (source, event_id, person_id, until, state)
                        values (:source, :event, :person, :until, 'HELD') on conflict do nothing""")
                .param("source", hold.source())
                .param("event", hold.eventId())
                .param("person", hold.personId())
                .param("until", time(hold.until()))
                .update();
    }

    @Override
    public List<PaymentHold> undecided(String personId, Instant now) {
        return jdbc.sql("""
                        select * from payment_holds where person_id = :person and state = 'HELD' and until > :now
                        order by until for update""")
                .param("person", personId)
                .param("now", time(now))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Optional<PaymentHold> latest(String personId, String source) {
        return jdbc.sql("""
                        select * from payment_holds where person_id = :person and source = :source
                        order by until desc, event_id limit 1""")
                .param("person", personId)
                .param("source", source)
                .query((row, number) -> read(row))
                .optional();
    }

    private static PaymentHold read(ResultSet row) throws SQLException {
        return new PaymentHold(
                row.getString("source"),
                row.getString("event_id"),
                row.getString("person_id"),
                row.getTimestamp("until").toInstant(),
                PaymentHold.State.valueOf(row.getString("state")),
                instant(row, "decided_at"));
    }

    @Override
    public void decide(PaymentHold hold) {
        jdbc.sql("""
                        update payment_holds set state = :state, decided_at = :at
                        where source = :source and event_id = :event""")
                .param("state", hold.state().name())
                .param("at", time(hold.at()))
                .param("source", hold.source())
                .param("event", hold.eventId())
                .update();
    }

    @Override
    public int drop(Instant now, Duration keep, int limit) {
        return jdbc.sql("""
                        delete from bank_notices where seq in (
                            select seq from bank_notices where at < :before order by at limit :limit)""")
                .param("before", time(now.minus(keep)))
                .param("limit", limit)
                .update();
    }
}

package org.quanzu.outreach;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders in PostgreSQL. */
final class JdbcDeliveries implements Deliveries {
    private final JdbcClient jdbc;
    private final Seal seal;

    JdbcDeliveries(DataSource database, Seal seal) {
        jdbc = JdbcClient.create(database);
        this.seal = seal;
    }

    @Override
    public void add(Delivery delivery, byte @Nullable [] account, @Nullable Integer stop) {
        jdbc.sql("""
                        insert into outreach_orders (order_id, kind, urgency, case_id, person_id, level, body, put_by,
                            put_at, state, due_at, lapses_at, account_hash, stop_number)
                        values (:id, :kind, :urgency, :case, :person, :level, :body, :by, :at, :state, :due, :lapses,
                            :account, :stop)""")
                .param("id", delivery.id())
                .param("kind", delivery.kind().name())
                .param("urgency", delivery.kind().ordinal())
                .param("case", delivery.caseId())
                .param("person", delivery.personId())
                .param("level", delivery.level())
                .param("body", seal.sealText(delivery.body(), SealedColumn.ORDER_BODY.of(delivery.id())))
                .param("by", delivery.putBy())
                .param("at", time(delivery.putAt()))
                .param("state", delivery.state().name())
                .param("due", time(delivery.due()))
                .param("lapses", time(delivery.lapses()))
                .param("account", account)
                .param("stop", stop)
                .update();
    }

    @Override
    public void save(Delivery delivery) {
        jdbc.sql("""
                        update outreach_orders set state = :state, due_at = :due, lapses_at = :lapses, tries = :tries,
                            tried_at = :tried, taken_until = :until, answer_status = :status, answer = :answer,
                            stop_number = case when :state in ('DEAD', 'LAPSED') then null else stop_number end
                        where order_id = :id""")
                .param("id", delivery.id())
                .param("state", delivery.state().name())
                .param("due", time(delivery.due()))
                .param("lapses", time(delivery.lapses()))
                .param("tries", delivery.tries())
                .param("tried", time(delivery.triedAt()))
                .param("until", time(delivery.takenUntil()))
                .param("status", delivery.status())
                .param("answer", seal.sealNote(delivery.answer(), SealedColumn.ORDER_ANSWER.of(delivery.id())))
                .update();
    }

    @Override
    public void write(UUID id, String body) {
        jdbc.sql("update outreach_orders set body = :body where order_id = :id")
                .param("body", seal.sealText(body, SealedColumn.ORDER_BODY.of(id)))
                .param("id", id)
                .update();
    }

    @Override
    public void takeOver(Instant now) {
        jdbc.sql("update outreach_orders set taken_until = :now where state = 'SENDING' and taken_until > :now")
                .param("now", time(now))
                .update();
    }

    @Override
    public Optional<Delivery> lockDue(Instant now) {
        return jdbc.sql("""
                        select * from outreach_orders
                        where (state = 'PENDING' and due_at <= :now) or (state = 'SENDING' and taken_until <= :now)
                        order by urgency, due_at limit 1 for update skip locked""")
                .param("now", time(now))
                .query((row, number) -> delivery(row))
                .optional();
    }

    @Override
    public Optional<Delivery> lock(UUID id) {
        return jdbc.sql("select * from outreach_orders where order_id = :id for update")
                .param("id", id)
                .query((row, number) -> delivery(row))
                .optional();
    }

    @Override
    public Optional<Delivery> find(UUID id) {
        return jdbc.sql("select * from outreach_orders where order_id = ?")
                .param(id)
                .query((row, number) -> delivery(row))
                .optional();
    }

    @Override
    public Set<Integer> lockStops(byte[] account) {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", ByteBuffer.wrap(account).getLong())
                .query((row, number) -> number)
                .list();
        return new HashSet<>(
                jdbc.sql("""
                        select stop_number from outreach_orders
                        where account_hash = :account and stop_number is not null""").param("account", account).query(Integer.class).list());
    }

    @Override
    public void useStop(UUID id, int stop) {
        jdbc.sql("update outreach_orders set stop_number = :stop where order_id = :id")
                .param("stop", stop)
                .param("id", id)
                .update();
    }

    @Override
    public byte @Nullable [] account(UUID id) {
        return jdbc.sql("select account_hash from outreach_orders where order_id = :id and account_hash is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    @Override
    public int stops(byte[] account) {
        return jdbc.sql(
                        "select count(*) from outreach_orders where account_hash = :account and stop_number is not null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    @Override
    public void giveWay(UUID id) {
        jdbc.sql("delete from automatic_messages where order_id = ?").param(id).update();
    }

    @Override
    public List<Delivery> exceptions(String personId, Instant now) {
        return jdbc.sql("""
                        select * from outreach_orders where kind = 'PROTECTIVE_TRANSFER' and person_id = :person
                            and lapses_at > :now order by lapses_at""")
                .param("person", personId)
                .param("now", time(now))
                .query((row, number) -> delivery(row))
                .list();
    }

    @Override
    public List<Delivery> exceptions(Instant now) {
        return jdbc.sql("select * from outreach_orders where kind = 'PROTECTIVE_TRANSFER' and lapses_at > :now")
                .param("now", time(now))
                .query((row, number) -> delivery(row))
                .list();
    }

    @Override
    public List<Delivery> ofCase(String caseId) {
        return jdbc.sql("select * from outreach_orders where case_id = :case order by put_at desc limit 500")
                .param("case", caseId)
                .query((row, number) -> delivery(row))
                .list();
    }

    @Override
    public List<Delivery> in(Set<State> states, Order.@Nullable Kind kind, int limit) {
        return jdbc.sql("""
                        select * from outreach_orders
                        where state = any (:states) and (:kind::text is null or kind = :kind)
                        order by put_at desc limit :limit""")
                .param("states", states.stream().map(State::name).toArray(String[]::new))
                .param("kind", kind == null ? null : kind.name())
                .param("limit", limit)
                .query((row, number) -> delivery(row))
                .list();
    }

    @Override
    public int count(State state) {
        return jdbc.sql("select count(*) from outreach_orders where state = ?")
                .param(state.name())
                .query(Integer.class)
                .single();
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        UUID id = row.getObject("order_id", UUID.class);
        return new Delivery(
                id,
                Order.Kind.valueOf(row.getString("kind")),
                row.getString("case_id"),
                row.getString("person_id"),
                row.getString("level"),
                seal.openText(row.getBytes("body"), SealedColumn.ORDER_BODY.of(id)),
                row.getString("put_by"),
                row.getTimestamp("put_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("lapses_at").toInstant(),
                row.getInt("tries"),
                instant(row.getTimestamp("tried_at")),
                instant(row.getTimestamp("taken_until")),
                row.getObject("answer_status", Integer.class),
                seal.openNote(row.getBytes("answer"), SealedColumn.ORDER_ANSWER.of(id)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}

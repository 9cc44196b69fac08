package org.quanzu.desk.contact;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts in PostgreSQL. */
final class JdbcContacts implements Contacts {
    private static final Duration KEPT = Duration.ofDays(30);
    private final JdbcClient jdbc;

    JdbcContacts(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    public void tried(String personId, Channel channel, Instant at) {
        add(personId, channel.name(), null, at);
    }

    @Override
    public void told(String personId, UUID order, Instant at) {
        add(personId, "MESSAGE", order, at);
    }

    private void add(String personId, String kind, @Nullable UUID order, Instant at) {
        jdbc.sql("delete from contacts where person_id = :person and at < :forgotten")
                .param("person", personId)
                .param("forgotten", Timestamp.from(at.minus(KEPT)))
                .update();
        jdbc.sql("""
                        insert into contacts (person_id, at, kind, order_id) values (:person, :at, :kind, :order)
                        on conflict (order_id) do nothing""")
                .param("person", personId)
                .param("at", Timestamp.from(at))
                .param("kind", kind)
                .param("order", order)
                .update();
    }

    @Override
    public void notTold(UUID order) {
        jdbc.sql("delete from contacts where order_id = ?").param(order).update();
    }

    @Override
    public int since(String personId, Instant since) {
        return jdbc.sql("select count(*) from contacts where person_id = :person and at >= :since")
                .param("person", personId)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }
}

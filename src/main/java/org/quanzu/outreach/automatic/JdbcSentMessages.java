package org.quanzu.outreach.automatic;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was told what, in PostgreSQL; the key makes whoever comes second wait and see. */
final class JdbcSentMessages implements SentMessages {
    private static final String REMEMBER = """
            insert into automatic_messages as before (person_id, family, level, level_rank, at, order_id)
            select person_id, family, level, level_rank, at, order_id
            from unnest(:persons::text[], :families::text[], :levels::text[], :ranks::int[], :times::timestamptz[],
                :orders::uuid[]) as now (person_id, family, level, level_rank, at, order_id)
            where not exists (select from outreach_orders o where o.order_id = now.order_id)
            order by person_id, family
            on conflict (person_id, family) do update set level = excluded.level, level_rank = excluded.level_rank,
                at = excluded.at, order_id = excluded.order_id
            where before.level_rank < excluded.level_rank or before.at <= excluded.at - :gap * interval '1 second'
            returning order_id""";
    private final JdbcClient jdbc;
    private final Duration gap;

    JdbcSentMessages(DataSource database, Duration gap) {
        jdbc = JdbcClient.create(database);
        this.gap = gap;
    }

    @Override
    public Set<UUID> remember(Collection<Ranked> messages) {
        List<AutoMessage> all = messages.stream().map(Ranked::message).toList();
        return new HashSet<>(jdbc.sql(REMEMBER)
                .param("persons", column(all, AutoMessage::personId))
                .param("families", column(all, AutoMessage::family))
                .param("levels", column(all, AutoMessage::level))
                .param("ranks", messages.stream().map(Ranked::rank).toArray(Integer[]::new))
                .param("times", all.stream().map(it -> Timestamp.from(it.at())).toArray(Timestamp[]::new))
                .param("orders", all.stream().map(AutoMessage::order).toArray(UUID[]::new))
                .param("gap", gap.toSeconds())
                .query(UUID.class)
                .list());
    }

    private static String[] column(List<AutoMessage> all, Function<AutoMessage, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }
}

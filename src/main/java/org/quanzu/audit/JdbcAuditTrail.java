package org.quanzu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The audit log in PostgreSQL, read. Ids follow the order of time but for entries written at the same moment, so that a day is
 * a stretch of ids with some slack.
 */
final class JdbcAuditTrail implements AuditTrail {
    private static final String FROM =
            " and at >= :from" + " and id >= (select id - 1000 from audit_log where at >= :from order by at limit 1)";
    private static final String TO =
            " and at < :to" + " and id <= (select id + 1000 from audit_log where at < :to order by at desc limit 1)";
    private static final String ACTS = """
            with recursive act as (
                (select what from audit_log order by what limit 1)
                union all
                select (select what from audit_log where what > act.what order by what limit 1) from act
                where act.what is not null)
            select what from act where what is not null""";

    private final JdbcClient jdbc;
    private final JdbcReasons reasons;

    JdbcAuditTrail(DataSource database, JdbcReasons reasons) {
        jdbc = JdbcClient.create(database);
        this.reasons = reasons;
    }

    @Override
    public List<Entry> find(Search search, int limit) {
        StringBuilder sql = new StringBuilder("select * from audit_log where true");
        add(sql, search.who(), " and who = :who");
        add(sql, search.what(), " and what = :what");
        add(sql, search.about().isEmpty() ? null : search.about(), " and about = any (:about)");
        add(sql, search.from(), FROM);
        add(sql, search.to(), TO);
        add(sql, search.before(), " and id < :before");
        return jdbc
                .sql(sql + " order by id desc limit :limit")
                .param("who", search.who())
                .param("what", search.what())
                .param("about", search.about().toArray(String[]::new))
                .param("from", time(search.from()))
                .param("to", time(search.to()))
                .param("before", search.before())
                .param("limit", limit)
                .query((row, i) -> Optional.ofNullable(entry(row)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .map(reasons::putBack)
                .toList();
    }

    private static void add(StringBuilder sql, @Nullable Object condition, String text) {
        if (condition != null) {
            sql.append(text);
        }
    }

    private static @Nullable Timestamp time(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    @Override
    public int count(String who, String what, Instant since) {
        return jdbc.sql("select count(*) from audit_log where who = :who and what = :what" + FROM)
                .param("who", who)
                .param("what", what)
                .param("from", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public List<String> acts() {
        return jdbc.sql(ACTS).query(String.class).list();
    }

    @Override
    public Optional<String> head() {
        return jdbc.sql("select id, hash from audit_log order by id desc limit 1")
                .query((row, i) -> row.getLong("id") + ":" + HexFormat.of().formatHex(row.getBytes("hash")))
                .optional();
    }

    static @Nullable Entry entry(ResultSet row) throws SQLException {
        var detail = DetailJson.read(row.getString("detail"));
        return detail == null
                ? null
                : new Entry(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        row.getString("what"),
                        row.getString("about"),
                        detail);
    }
}

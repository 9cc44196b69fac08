package org.quanzu.desk.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quanzu.desk.board.Figures.Opened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The episodes that opened in a span, read at one go: how many when, and how soon somebody was tried and reached. */
final class JdbcEpisodes {
    private static final String OPENED = """
            select level, date_bin('15 minutes', opened_at, timestamptz 'epoch') as quarter, count(*) as cases,
                count(*) filter (where tried_at < :to and tried_at <= due_at) as tried_within,
                count(*) filter (where tried_at < :to and due_at is not null or due_at < :to) as tried_due,
                count(*) filter (where reached_at < :to and reached_at <= due_at) as reached_within,
                count(*) filter (where reached_at < :to and due_at is not null or due_at < :to) as reached_due
            from episodes where opened_at >= :from and opened_at < :to group by 1, 2""";

    /** To the second at first, later to the minute: nobody sees the difference, and there are fewer groups. */
    private static final String PACES = """
            select level, tried, reached, grouping(tried) as is_reached, count(*) as cases
            from (select level,
                    case when tried_at < :to then tried_after - case when tried_after >= 3600 then tried_after % 60 else 0 end
                        end as tried,
                    case when reached_at < :to then reached_after
                        - case when reached_after >= 3600 then reached_after % 60 else 0 end end as reached
                from episodes where opened_at >= :from and opened_at < :to) as episode
            group by grouping sets ((level, tried), (level, reached))""";

    private final List<Opened> opened = new ArrayList<>();
    private final Map<String, Paces> tried = new TreeMap<>();
    private final Map<String, Paces> reached = new TreeMap<>();
    private final Map<String, Integer> cases = new TreeMap<>();

    private JdbcEpisodes() {}

    static JdbcEpisodes of(JdbcClient jdbc, Span span) {
        JdbcEpisodes episodes = new JdbcEpisodes();
        in(span, jdbc.sql(OPENED)).query(episodes::addOpened);
        in(span, jdbc.sql(PACES)).query(episodes::addPace);
        return episodes;
    }

    private static StatementSpec in(Span span, StatementSpec sql) {
        return sql.param("from", Timestamp.from(span.from())).param("to", Timestamp.from(span.to()));
    }

    private void addOpened(ResultSet row) throws SQLException {
        String level = row.getString("level");
        int count = row.getInt("cases");
        opened.add(new Opened(row.getTimestamp("quarter").toInstant(), level, count));
        cases.merge(level, count, Integer::sum);
        paces(tried, level).addDeadlines(row.getInt("tried_within"), row.getInt("tried_due"));
        paces(reached, level).addDeadlines(row.getInt("reached_within"), row.getInt("reached_due"));
    }

    private void addPace(ResultSet row) throws SQLException {
        boolean isReached = row.getInt("is_reached") == 1;
        int seconds = row.getInt(isReached ? "reached" : "tried");
        if (!row.wasNull()) {
            paces(isReached ? reached : tried, row.getString("level")).add(seconds, row.getInt("cases"));
        }
    }

    private static Paces paces(Map<String, Paces> byLevel, String level) {
        return byLevel.computeIfAbsent(level, unknown -> new Paces());
    }

    List<Opened> opened() {
        return opened;
    }

    List<Response> responses() {
        return cases.entrySet().stream()
                .map(level -> new Response(
                        level.getKey(),
                        level.getValue(),
                        paces(tried, level.getKey()).pace(),
                        paces(reached, level.getKey()).pace()))
                .toList();
    }
}

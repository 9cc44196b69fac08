package org.quanzu.person.link;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.quanzu.person.Alias;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The links of persons in PostgreSQL. */
final class JdbcLinks implements Links {
    private static final int MOST = 200;
    private final JdbcClient jdbc;

    JdbcLinks(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    public List<Link> of(String personId) {
        return jdbc.sql("""
                        select kind, encode(hash, 'hex') as hash, valid_from, valid_to from person_links
                        where person_id = :person order by valid_to is null desc, valid_from desc, hash limit :most""")
                .param("person", personId)
                .param("most", MOST)
                .query((row, i) -> {
                    Timestamp until = row.getTimestamp("valid_to");
                    Alias.Kind kind = Alias.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
                    return new Link(
                            new Alias(kind, row.getString("hash")),
                            row.getTimestamp("valid_from").toInstant(),
                            until == null ? null : until.toInstant());
                })
                .list();
    }
}

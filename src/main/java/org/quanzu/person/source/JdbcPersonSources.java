package org.quanzu.person.source;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sources of persons in PostgreSQL. */
final class JdbcPersonSources implements PersonSources {
    private final JdbcClient jdbc;

    JdbcPersonSources(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    public Optional<String> tellerOf(String personId) {
        return jdbc.sql("select source from person_sources where person_id = ?")
                .param(personId)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean hasEvents(String personId, String source) {
        return jdbc.sql("select exists (select from events where person_id = ? and source = ?)")
                .params(personId, source)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void claim(String personId, String source, Instant at) {
        jdbc.sql("insert into person_sources (person_id, source, told_at) values (?, ?, ?) on conflict do nothing")
                .params(personId, source, Timestamp.from(at))
                .update();
    }
}

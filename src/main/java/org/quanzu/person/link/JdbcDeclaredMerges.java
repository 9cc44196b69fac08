package org.quanzu.person.link;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declared merges in PostgreSQL; those that ended stay with their time. */
final class JdbcDeclaredMerges implements DeclaredMerges {
    private final JdbcClient jdbc;

    JdbcDeclaredMerges(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    public Optional<String> intoOf(String personId) {
        return jdbc.sql("select into_id from person_merges where person_id = ? and valid_to is null")
                .param(personId)
                .query(String.class)
                .optional();
    }

    @Override
    public Set<String> partsOf(String personId) {
        return new HashSet<>(jdbc.sql("""
                        with recursive parts as (
                            select ?::text collate "C" as person_id
                            union
                            select m.person_id from person_merges m join parts on m.into_id = parts.person_id
                                where m.valid_to is null
                        ) select person_id from parts""").param(personId).query(String.class).list());
    }

    @Override
    public void declare(String personId, String intoId, Instant at) {
        jdbc.sql("insert into person_merges (person_id, into_id, valid_from) values (?, ?, ?)")
                .params(personId, intoId, Timestamp.from(at))
                .update();
    }

    @Override
    public void end(String personId, Instant at) {
        jdbc.sql("update person_merges set valid_to = ? where person_id = ? and valid_to is null")
                .params(Timestamp.from(at), personId)
                .update();
    }
}

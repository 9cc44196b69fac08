package org.quanzu.person.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What sources told of persons in PostgreSQL. */
final class JdbcPersonSources implements PersonSources {
    private static final String EVENTS_OF = "select from events where person_id = any (:persons) and source = :source";
    private static final String TOLD_BY =
            "select from person_sources where person_id = any (:persons) and source = :source";

    private final JdbcClient jdbc;
    private final Seal seal;

    JdbcPersonSources(DataSource database, Seal seal) {
        jdbc = JdbcClient.create(database);
        this.seal = seal;
    }

    /** What is kept, as JSON. */
    private record Kept(PersonAttributes attributes, Map<String, Long> since) {}

    @Override
    public List<ToldAttributes> told(Collection<String> personIds) {
        List<ToldAttributes> told = new ArrayList<>();
        Set<String> bySource = new HashSet<>();
        jdbc.sql("""
                        select person_id, source, attributes, version, told_at from person_sources
                        where person_id = any (:persons) and attributes is not null order by person_id, source""").param("persons", personIds.toArray(new String[0])).query(row -> {
            told.add(told(row));
            bySource.add(row.getString("person_id"));
        });
        List<String> others =
                personIds.stream().filter(id -> !bySource.contains(id)).toList();
        if (!others.isEmpty()) {
            told.addAll(unsorted(others));
        }
        return told;
    }

    private ToldAttributes told(ResultSet row) throws SQLException {
        String personId = row.getString("person_id");
        String source = row.getString("source");
        Kept kept = JsonMapper.shared()
                .readValue(
                        seal.open(row.getBytes("attributes"), SealedColumn.TOLD_ATTRIBUTES.of(personId, source)),
                        Kept.class);
        return new ToldAttributes(
                personId,
                source,
                kept.attributes(),
                kept.since(),
                row.getLong("version"),
                row.getTimestamp("told_at").toInstant(),
                true);
    }

    /** Told before it was kept by source: of the one that told first, else of the only one with events of the person. */
    private List<ToldAttributes> unsorted(List<String> personIds) {
        return jdbc.sql("""
                        select p.person_id, p.attributes, coalesce(s.told_at, p.created_at) as at, coalesce(s.source, (
                            select min(e.source) from events e where e.person_id = p.person_id
                                having min(e.source) = max(e.source)), '') as source
                        from persons p left join person_sources s using (person_id)
                        where p.person_id = any (:persons) and p.attributes is not null and not p.joined order by 1""")
                .param("persons", personIds.toArray(new String[0]))
                .query((row, i) -> {
                    String source = row.getString("source");
                    Instant at = row.getTimestamp("at").toInstant();
                    return ToldAttributes.begun(row.getString("person_id"), source, at)
                            .changed(attributes(row), at)
                            .unstored();
                })
                .list();
    }

    private PersonAttributes attributes(ResultSet row) throws SQLException {
        String json = seal.openText(
                row.getBytes("attributes"), SealedColumn.PERSON_ATTRIBUTES.of(row.getString("person_id")));
        return JsonMapper.shared().readValue(json, PersonAttributes.class);
    }

    @Override
    public void keep(ToldAttributes told) {
        byte[] json = JsonMapper.shared().writeValueAsBytes(new Kept(told.attributes(), told.since()));
        jdbc.sql("""
                        insert into person_sources (person_id, source, told_at, attributes, version)
                        values (:person, :source, :at, :attributes, :version)
                        on conflict (person_id, source) do update set told_at = excluded.told_at,
                            attributes = excluded.attributes, version = excluded.version""")
                .param("person", told.personId())
                .param("source", told.source())
                .param("at", Timestamp.from(told.at()))
                .param("attributes", seal.seal(json, SealedColumn.TOLD_ATTRIBUTES.of(told.personId(), told.source())))
                .param("version", told.version())
                .update();
    }

    @Override
    public boolean knows(Collection<String> personIds, String source) {
        return exists(TOLD_BY, personIds, source) || hasEvents(personIds, source);
    }

    @Override
    public boolean hasEvents(Collection<String> personIds, String source) {
        return exists(EVENTS_OF, personIds, source);
    }

    @Override
    public boolean othersKnow(Collection<String> personIds, String source) {
        return exists(TOLD_BY.replace("source =", "source <>"), personIds, source)
                || exists(EVENTS_OF.replace("source =", "source <>"), personIds, source)
                || told(personIds).stream().anyMatch(one -> !one.source().equals(source));
    }

    private boolean exists(String rows, Collection<String> personIds, String source) {
        return jdbc.sql("select exists (" + rows + ")")
                .param("persons", personIds.toArray(new String[0]))
                .param("source", source)
                .query(Boolean.class)
                .single();
    }
}

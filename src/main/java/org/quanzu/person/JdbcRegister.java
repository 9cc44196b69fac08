package org.quanzu.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The register in PostgreSQL; links are kept with their time, never removed. */
final class JdbcRegister implements Register {
    private static final String STORED_UNDER = """
            with recursive one as (
                select ?::text collate "C" as person_id
                union
                select p.person_id from persons p join one on p.merged_into = one.person_id
            ), meant as (
                select 'prov-' || substr(encode(hash, 'hex'), 1, 24) collate "C" as person_id from person_links
                where valid_to is null and person_id in (select person_id from one)
                union
                select person_id from one
            ), holders as (
                select person_id from meant
                union
                select l.person_id from person_links l join meant
                    on 'prov-' || substr(encode(l.hash, 'hex'), 1, 24) = meant.person_id
                union
                select m.into_id from person_merges m join holders on m.person_id = holders.person_id
            )
            select person_id from holders""";

    private final JdbcTemplate jdbc;
    private final Seal seal;

    JdbcRegister(DataSource database, Seal seal) {
        jdbc = new JdbcTemplate(database);
        this.seal = seal;
    }

    @Override
    public Optional<Person> find(String personId) {
        List<Person> identity = jdbc.query("""
                select person_id, provisional, merged_into, attributes, verified from persons
                where person_id = ? or merged_into = ?""", (row, i) -> person(row), personId, personId);
        return identity.stream()
                .filter(person -> person.personId().equals(personId))
                .findFirst()
                .map(person -> person.verified(identity));
    }

    private Person person(ResultSet row) throws SQLException {
        String attributes = attributes(row);
        JsonNode told = json(attributes);
        return new Person(
                row.getString("person_id"),
                row.getBoolean("provisional"),
                row.getString("merged_into"),
                attributes,
                texts(told.path("ownAccounts")),
                texts(told.path("household")),
                verified(row),
                told.path("zone").stringValue(null));
    }

    private @Nullable String attributes(ResultSet row) throws SQLException {
        return seal.openNote(row.getBytes("attributes"), SealedColumn.PERSON_ATTRIBUTES.of(row.getString("person_id")));
    }

    private Map<String, Long> verified(ResultSet row) throws SQLException {
        Map<String, Long> verified = new HashMap<>();
        json(seal.openNote(row.getBytes("verified"), SealedColumn.PERSON_VERIFIED.of(row.getString("person_id"))))
                .properties()
                .forEach(e -> verified.put(e.getKey(), e.getValue().longValue()));
        return verified;
    }

    private static JsonNode json(@Nullable String text) {
        return JsonMapper.shared().readTree(text == null ? "{}" : text);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.values().forEach(value -> texts.add(value.stringValue()));
        return texts;
    }

    @Override
    public Optional<String> linked(Alias alias) {
        return jdbc
                .queryForList(
                        "select person_id from person_links where kind = ? and hash = decode(?, 'hex') and valid_to is null",
                        String.class,
                        alias.kind().word(),
                        alias.hash())
                .stream()
                .findFirst();
    }

    @Override
    public Set<Alias> aliasesOf(Collection<String> personIds) {
        return Set.copyOf(jdbc.query(
                "select kind, encode(hash, 'hex') from person_links where person_id = any (?) and valid_to is null",
                (row, i) -> new Alias(Alias.Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getString(2)),
                (Object) personIds.toArray(new String[0])));
    }

    @Override
    public Set<String> identityOf(String personId) {
        Set<String> all = new HashSet<>(
                jdbc.queryForList("select person_id from persons where merged_into = ?", String.class, personId));
        all.add(personId);
        return all;
    }

    @Override
    public Set<String> storedUnder(String personId) {
        return new HashSet<>(jdbc.queryForList(STORED_UNDER, String.class, personId));
    }

    @Override
    public @Nullable Instant openedAt(Collection<String> personIds) {
        Timestamp at = jdbc.queryForObject(
                "select min(created_at) from persons where person_id = any (?)", Timestamp.class, (Object)
                        personIds.toArray(new String[0]));
        return at == null ? null : at.toInstant();
    }

    @Override
    public void tell(String personId, String attributes, Instant at) {
        jdbc.update(
                """
                insert into persons (person_id, provisional, attributes, household, created_at, joined)
                values (?, false, ?, ?, ?, true)
                on conflict (person_id) do update set attributes = excluded.attributes, household = excluded.household,
                    joined = true""",
                personId,
                seal.sealText(attributes, SealedColumn.PERSON_ATTRIBUTES.of(personId)),
                texts(json(attributes).path("household")).toArray(new String[0]),
                Timestamp.from(at));
    }

    @Override
    public void link(Alias alias, String personId, Instant at) {
        unlink(alias, at);
        jdbc.update(
                "insert into person_links (kind, hash, person_id, valid_from) values (?, decode(?, 'hex'), ?, ?)",
                alias.kind().word(),
                alias.hash(),
                personId,
                Timestamp.from(at));
    }

    @Override
    public void unlink(Alias alias, Instant at) {
        jdbc.update(
                "update person_links set valid_to = ? where kind = ? and hash = decode(?, 'hex') and valid_to is null",
                Timestamp.from(at),
                alias.kind().word(),
                alias.hash());
    }

    @Override
    public void merge(String personId, String intoId) {
        jdbc.update("""
                update persons set merged_into = ?, attributes = null, household = null
                where person_id = ? or merged_into = ?""", intoId, personId, personId);
    }

    @Override
    public void unmerge(String personId) {
        jdbc.update("update persons set merged_into = null where person_id = ?", personId);
    }

    @Override
    public void open(String provisionalId, Instant at) {
        jdbc.update(
                "insert into persons (person_id, provisional, created_at) values (?, true, ?) on conflict do nothing",
                provisionalId,
                Timestamp.from(at));
    }

    @Override
    public void verify(String personId, Map<String, Long> accounts, Instant at) {
        Map<String, Long> all = new TreeMap<>();
        jdbc.query(
                "select person_id, verified from persons where person_id = ? for update",
                row -> {
                    all.putAll(verified(row));
                },
                personId);
        all.putAll(accounts);
        String json = JsonMapper.shared().writeValueAsString(all);
        jdbc.update("""
                insert into persons (person_id, provisional, verified, created_at) values (?, false, ?, ?)
                on conflict (person_id) do update set verified = excluded.verified""", personId, seal.sealText(json, SealedColumn.PERSON_VERIFIED.of(personId)), Timestamp.from(at));
    }

    @Override
    public Belongings belongings(Collection<String> personIds) {
        Set<String> phones = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        jdbc.query(
                """
                select person_id, attributes from persons where attributes is not null
                    and person_id in (select coalesce(merged_into, person_id) from persons where person_id = any (?))""",
                row -> {
                    JsonNode told = json(attributes(row));
                    phones.addAll(texts(told.path("phones")));
                    accounts.addAll(texts(told.path("ownAccounts")));
                },
                (Object) personIds.toArray(new String[0]));
        return new Belongings(phones, accounts);
    }

    @Override
    public List<String> namingAsHousehold(String personId) {
        return jdbc.queryForList("""
                select person_id from persons where household is not null and household @> array[?::text]""", String.class, personId);
    }
}

package org.quanzu.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quanzu.platform.backup.Manifest.DayTable;
import org.quanzu.platform.backup.Manifest.Migration;
import org.quanzu.platform.backup.Manifest.Sequence;

/** The tables of the product in one database, as PostgreSQL's catalog has them. */
final class Catalog {
    /** The writers' epoch belongs to the database, not to its content; the history is in the manifest. */
    private static final String NOT_SAVED = "('flyway_schema_history', 'writer')";

    private static final String HERE = "c.relnamespace = current_schema()::regnamespace";
    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    boolean hasTables() throws SQLException {
        return list("select to_regclass('flyway_schema_history') is not null", row -> row.getBoolean(1))
                .get(0);
    }

    List<Migration> migrations() throws SQLException {
        return list(
                "select version, checksum from flyway_schema_history"
                        + " where success and version is not null order by installed_rank",
                row -> new Migration(row.getString(1), row.getObject(2, Integer.class)));
    }

    /** The tables of days; one that is not attached is on its way out, but its keys may still be there. */
    List<DayTable> days() throws SQLException {
        return list(
                "select c.relname, coalesce(not i.inhdetachpending, false)"
                        + " from pg_class c left join pg_inherits i on i.inhrelid = c.oid"
                        + " where c.relkind = 'r' and c.relname ~ '^events_[0-9]{8}$' and " + HERE + " order by 1",
                row -> new DayTable(row.getString(1), row.getBoolean(2)));
    }

    /** The columns of every table that is saved, without generated ones; rows of attached days belong to {@code events}. */
    Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        var found = list(
                "select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                        + " left join pg_inherits i on i.inhrelid = c.oid"
                        + " where c.relkind in ('r', 'p') and coalesce(i.inhdetachpending, true)"
                        + " and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''"
                        + " and c.relname not in " + NOT_SAVED + " and " + HERE + " order by c.relname, a.attnum",
                row -> List.of(row.getString(1), row.getString(2)));
        found.forEach(pair ->
                tables.computeIfAbsent(pair.get(0), name -> new ArrayList<>()).add(pair.get(1)));
        return tables;
    }

    /** {@code tables} in an order in which every row finds those it refers to. */
    List<String> byReference(Set<String> tables) throws SQLException {
        var references = list(
                "select c.relname, p.relname from pg_constraint k join pg_class c on c.oid = k.conrelid"
                        + " join pg_class p on p.oid = k.confrelid"
                        + " where k.contype = 'f' and k.conrelid <> k.confrelid and " + HERE,
                row -> List.of(row.getString(1), row.getString(2)));
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < tables.size()) {
            var before = ordered.size();
            tables.stream()
                    .filter(table -> references.stream()
                            .filter(pair -> pair.get(0).equals(table))
                            .allMatch(pair -> ordered.contains(pair.get(1))))
                    .forEach(ordered::add);
            if (ordered.size() == before) {
                throw new IllegalStateException("Tables refer to each other in a circle, none of them in " + ordered);
            }
        }
        return List.copyOf(ordered);
    }

    /** The triggers of tables, quoted, without those that are to fire always. */
    List<Trigger> triggers() throws SQLException {
        return list(
                "select quote_ident(c.relname), quote_ident(t.tgname) from pg_trigger t join pg_class c on c.oid = t.tgrelid"
                        + " where not t.tgisinternal and t.tgenabled = 'O' and " + HERE,
                row -> new Trigger(row.getString(1), row.getString(2)));
    }

    record Trigger(String table, String name) {}

    List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        for (var name : list(
                "select c.relname from pg_class c where c.relkind = 'S' and " + HERE + " order by 1",
                row -> row.getString(1))) {
            sequences.addAll(list(
                    "select last_value, is_called from " + quoted(name),
                    row -> new Sequence(name, row.getLong(1), row.getBoolean(2))));
        }
        return sequences;
    }

    /** The ids of the keys that seal, as people see them; none in tables from before there were any. */
    List<String> sealKeys() throws SQLException {
        if (!columns().containsKey("seal_keys")) {
            return List.of();
        }
        return list(
                "select key_id from seal_keys order by turn",
                row -> String.format(Locale.ROOT, "%08x", (int) row.getLong(1)));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(Catalog::quoted).toList());
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Row<T> reader) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }
}

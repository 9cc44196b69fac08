package org.quanzu.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything a database holds in columns of text, bytes or JSON, partitions included, as whoever stole the files would read it. */
public final class StoredText {
    private static final String COLUMNS = """
            select c.table_name, c.column_name, c.data_type = 'bytea' as bytes
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                and (c.data_type in ('bytea', 'text', 'character varying', 'jsonb', 'ARRAY') or c.udt_name = 'citext')
            order by 1, c.ordinal_position""";

    private final JdbcTemplate jdbc;

    public StoredText(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    private record Column(String table, String name, boolean bytes) {
        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    private List<Column> all() {
        return jdbc.query(
                COLUMNS,
                (row, i) ->
                        new Column(row.getString("table_name"), row.getString("column_name"), row.getBoolean("bytes")));
    }

    /** Every column, as table.column. */
    public List<String> columns() {
        return all().stream().map(Column::toString).toList();
    }

    /** The columns in which {@code secret} can be read. */
    public List<String> holding(String secret) {
        return all().stream()
                .filter(column -> holds(column, secret))
                .map(Column::toString)
                .toList();
    }

    private boolean holds(Column column, String secret) {
        String value = column.bytes() ? column.name() : "convert_to(" + column.name() + "::text, 'UTF8')";
        Integer found = jdbc.queryForObject(
                "select count(*) from " + column.table() + " where position(?::bytea in " + value + ") > 0",
                Integer.class,
                (Object) secret.getBytes(StandardCharsets.UTF_8));
        return found != null && found > 0;
    }
}

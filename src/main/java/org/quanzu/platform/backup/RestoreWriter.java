package org.quanzu.platform.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.quanzu.audit.AuditLog;
import org.quanzu.platform.StartFailure;
import org.quanzu.platform.backup.Manifest.DayTable;
import org.quanzu.platform.backup.Manifest.Migration;
import org.quanzu.platform.backup.Manifest.Sequence;
import org.quanzu.platform.backup.Manifest.Table;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Brings a backup into an empty database, all of it or nothing, and notes it in the audit log that came with it. */
final class RestoreWriter {
    /** What the migrations themselves put in; the rows of the backup take their place. */
    private static final List<String> FILLED_AT_FIRST = List.of("days_counted", "journal_consumers");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("'events_'yyyyMMdd", Locale.ROOT);
    private final DataSource database;
    private final BackupFile file;
    private final Manifest manifest;
    private final AuditLog audit;

    RestoreWriter(DataSource database, BackupFile file, AuditLog audit) {
        this.database = database;
        this.file = file;
        this.audit = audit;
        this.manifest = file.manifest();
    }

    void restore() throws IOException, SQLException {
        migrate();
        var transactions = new JdbcTransactionManager(database);
        var transaction = transactions.getTransaction(null);
        try {
            fill(DataSourceUtils.getConnection(database));
            note();
        } catch (IOException | SQLException | RuntimeException e) {
            transactions.rollback(transaction);
            throw e;
        }
        transactions.commit(transaction);
        try (var connection = database.getConnection()) {
            run(connection, "analyze");
        }
    }

    private void note() {
        audit.record(
                "command",
                "database.restore",
                "backup:" + manifest.madeAt(),
                Map.of(
                        "file",
                        file.name(),
                        "product",
                        manifest.product(),
                        "rows",
                        String.valueOf(manifest.rows()),
                        "user",
                        System.getProperty("user.name", "")));
    }

    /** The tables become those of the backup; the next start of the server brings them up to date. */
    private void migrate() throws SQLException {
        try (var connection = database.getConnection()) {
            requireEmpty(new Catalog(connection)); // a database in use is not even migrated
        }
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(manifest.schemaVersion() + "?") // one that is not known here is told below
                .load();
        flyway.migrate();
        try (var connection = database.getConnection()) {
            requireSameMigrations(new Catalog(connection).migrations());
        }
    }

    private void requireSameMigrations(List<Migration> here) {
        if (!here.equals(manifest.migrations())) {
            throw new StartFailure(
                    "The tables here are of version "
                            + here.get(here.size() - 1).version()
                            + ", those of the backup of version " + manifest.schemaVersion() + " of Quanzu "
                            + manifest.product(),
                    "restore into a database where nothing was started yet, with the version that made the backup"
                            + " or a later one");
        }
    }

    private void fill(Connection connection) throws IOException, SQLException {
        var catalog = new Catalog(connection);
        for (var day : manifest.days()) {
            create(connection, day);
        }
        requireSameShape(catalog);
        var triggers = catalog.triggers();
        for (var trigger : triggers) {
            run(connection, "alter table " + trigger.table() + " disable trigger " + trigger.name());
        }
        Map<String, Table> tables =
                manifest.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
        for (var table : FILLED_AT_FIRST) {
            if (tables.containsKey(table)) {
                run(connection, "delete from " + table);
            }
        }
        for (var name : catalog.byReference(tables.keySet())) {
            copy(connection, Objects.requireNonNull(tables.get(name)));
        }
        for (var sequence : manifest.sequences()) {
            set(connection, sequence);
        }
        for (var trigger : triggers) {
            run(connection, "alter table " + trigger.table() + " enable trigger " + trigger.name());
        }
    }

    private static void requireEmpty(Catalog catalog) throws SQLException {
        for (var table : catalog.columns().keySet()) {
            if (!FILLED_AT_FIRST.contains(table)
                    && catalog.list("select exists (select from " + Catalog.quoted(table) + ")", r -> r.getBoolean(1))
                            .get(0)) {
                throw new StartFailure(
                        "The database is not empty: there are rows in " + table,
                        "restore into a new folder with --quanzu.data=DIR, or into a new database with"
                                + " --spring.datasource.url=URL");
            }
        }
    }

    private static void create(Connection connection, DayTable day) throws SQLException {
        var from = LocalDate.parse(day.name(), DAY);
        var name = DAY.format(from);
        run(connection, "drop table if exists " + name); // empty: made by a server that has got no event
        run(connection, "create table " + name + " (like events including all)");
        if (day.attached()) {
            run(
                    connection,
                    "alter table events attach partition " + name + " for values from ('" + from + "') to ('"
                            + from.plusDays(1) + "')");
        }
    }

    /** Names from the file go into no statement unless the database has them too. */
    private void requireSameShape(Catalog catalog) throws SQLException {
        var saved = manifest.tables().stream().collect(Collectors.toMap(Table::name, Table::columns));
        var sequences = manifest.sequences().stream().map(Sequence::name).toList();
        if (!catalog.columns().equals(saved)
                || !catalog.sequences().stream().map(Sequence::name).toList().equals(sequences)) {
            throw new StartFailure(
                    "The tables of the backup are not those of version " + manifest.schemaVersion(),
                    "the database has tables of somebody else; restore into a new one");
        }
    }

    private void copy(Connection connection, Table table) throws IOException, SQLException {
        try (var content = file.rows(table)) {
            var rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + Catalog.quoted(table.name()) + " (" + Catalog.quoted(table.columns())
                                    + ") from stdin (format binary)",
                            content);
            if (rows != table.rows()) {
                throw new StartFailure(
                        "Of " + table.rows() + " rows of " + table.name() + " " + rows + " arrived",
                        "the file was changed; take another backup");
            }
        }
    }

    private static void set(Connection connection, Sequence sequence) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, Catalog.quoted(sequence.name()));
            statement.setLong(2, sequence.value());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.quanzu.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real PostgreSQL, started once per JVM; every database made of it is migrated and empty. */
public final class TestDatabase {
    private static final String TEMPLATE = "quanzu_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            server(server).execute("create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", TEMPLATE))
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JdbcTemplate server(EmbeddedPostgres server) {
        return new JdbcTemplate(server.getPostgresDatabase());
    }

    /** A pool on an empty database of its own; close it after use. */
    public static HikariDataSource fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        server(SERVER).execute("create database " + name + " template " + TEMPLATE);
        return pool(name);
    }

    /** A pool on an empty database as {@code version} of the tables left it. */
    public static HikariDataSource as(String version) {
        String name = "test_" + COUNT.incrementAndGet();
        server(SERVER).execute("create database " + name);
        HikariDataSource database = pool(name);
        Flyway.configure().dataSource(database).target(version).load().migrate();
        return database;
    }

    /** Brings the tables up to date. */
    public static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
    }

    private static HikariDataSource pool(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(SERVER.getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(1_000);
        return new HikariDataSource(config);
    }

    /** The server itself, for cutting off the connections of one of its databases. */
    public static DataSource server() {
        return SERVER.getPostgresDatabase();
    }
}

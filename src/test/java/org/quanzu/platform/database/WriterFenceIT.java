package org.quanzu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

class WriterFenceIT {

    @Test
    void letsAFormerWriterCommitNothing() throws SQLException {
        try (HikariDataSource database = TestDatabase.fresh()) {
            var address = new DatabaseAddress(database.getJdbcUrl(), "", "");
            try (var former = new JdbcWriterLock(address, () -> {}, () -> {});
                    HikariDataSource itsPool = pool(address, former);
                    Connection open = itsPool.getConnection()) {
                open.setAutoCommit(false);
                open.createStatement().execute("insert into scored_by (version, families) values ('late', '{}')");
                loseTheLock(database);

                try (var next = new JdbcWriterLock(address, () -> {}, () -> {});
                        HikariDataSource nextPool = pool(address, next)) {
                    assertThatThrownBy(open::commit).isInstanceOf(SQLException.class);
                    assertThatThrownBy(new FencedDataSource(address, new Properties(), former)::getConnection)
                            .hasMessageContaining("Another process has become the writer of this database");
                    assertThat(new JdbcTemplate(nextPool).queryForList("select version from scored_by", String.class))
                            .isEmpty();
                }
            }
        }
    }

    private static HikariDataSource pool(DatabaseAddress address, JdbcWriterLock lock) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(new FencedDataSource(address, new Properties(), lock));
        pool.setMaximumPoolSize(2);
        pool.setConnectionTimeout(1_000);
        return pool;
    }

    /** The server gives the lock free; the former writer, which does not watch, goes on as if it had it. */
    private static void loseTheLock(HikariDataSource database) {
        new JdbcTemplate(database)
                .queryForList("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                        + " where datname = current_database() and application_name = 'quanzu writer'");
    }
}

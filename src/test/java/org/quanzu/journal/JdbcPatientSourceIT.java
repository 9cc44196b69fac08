package org.quanzu.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.TestDatabase;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcPatientSourceIT {
    private static final String LONG = "select pg_sleep(1.5)";
    private final HikariDataSource database = TestDatabase.fresh();
    private final HikariDataSource pool = new HikariDataSource();

    @BeforeEach
    void giveUpAfterASecond() {
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setMaximumPoolSize(1);
        pool.addDataSourceProperty("socketTimeout", "1");
    }

    @AfterEach
    void close() {
        pool.close();
        database.close();
    }

    @Test
    void letsWorkOnWholeDaysTakeLongAndNothingAfterIt() {
        assertThat(new JdbcTemplate(new JdbcPatientSource(pool)).queryForList(LONG))
                .hasSize(1);

        assertThatThrownBy(() -> new JdbcTemplate(pool).queryForList(LONG))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void makesATransactionUnderWayPatient() {
        var jdbc = new JdbcTemplate(pool);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));

        var rows = transaction.execute(status -> {
            JdbcPatientSource.makePatient(jdbc);
            return jdbc.queryForList(LONG);
        });

        assertThat(rows).hasSize(1);
        assertThatThrownBy(() -> jdbc.queryForList(LONG)).isInstanceOf(DataAccessResourceFailureException.class);
    }
}

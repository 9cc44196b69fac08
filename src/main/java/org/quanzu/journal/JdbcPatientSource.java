package org.quanzu.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections for work on whole days, which may wait longer for the database than a request may. */
final class JdbcPatientSource extends DelegatingDataSource {
    private static final int LONGEST_MILLIS = (int) Duration.ofHours(2).toMillis();

    JdbcPatientSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return patient(super.getConnection());
    }

    /** Makes the connection of the transaction under way patient; the pool makes it as it was. */
    static void makePatient(JdbcTemplate jdbc) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            patient(connection);
            return true;
        });
    }

    private static Connection patient(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, LONGEST_MILLIS);
        return connection;
    }
}

package org.quanzu.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections for the pool of the writer; there are none once another process has become it. */
final class FencedDataSource extends AbstractDataSource {
    private final DatabaseAddress address;
    private final Properties login = new Properties();
    private final JdbcWriterLock lock;

    /** {@code properties} are the driver's. */
    FencedDataSource(DatabaseAddress address, Properties properties, JdbcWriterLock lock) {
        this.address = address;
        this.lock = lock;
        login.putAll(properties);
        login.setProperty("ApplicationName", JdbcWriterLock.POOL);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var fresh = address.connect(login);
        try {
            lock.refuseFormerWriter(fresh);
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }
}

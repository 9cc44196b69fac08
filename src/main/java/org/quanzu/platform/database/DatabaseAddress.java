package org.quanzu.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where the database is and how to log in. */
public record DatabaseAddress(String url, String user, String password) implements JdbcConnectionDetails {
    private static final String CONNECT_SECONDS = "5";
    /** Ending the connections of an earlier writer may take ten seconds each. */
    private static final String ANSWER_SECONDS = "180";

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** The URL without its parameters, which may hold a password. */
    String shown() {
        return url.replaceFirst("\\?.*", "");
    }

    /** A connection outside of the pool. */
    Connection connect() throws SQLException {
        var login = new Properties();
        login.setProperty("ApplicationName", "quanzu writer");
        login.setProperty("socketTimeout", ANSWER_SECONDS);
        return connect(login);
    }

    /** A connection with these properties of the driver, where they are not overruled here. */
    Connection connect(Properties more) throws SQLException {
        var login = new Properties();
        more.forEach((name, value) -> login.setProperty(name.toString(), value.toString()));
        if (!user.isEmpty()) {
            login.setProperty("user", user);
            login.setProperty("password", password);
        }
        login.setProperty("connectTimeout", CONNECT_SECONDS);
        login.setProperty("loginTimeout", CONNECT_SECONDS);
        login.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, login);
    }

    @Override
    public String toString() {
        return shown();
    }
}

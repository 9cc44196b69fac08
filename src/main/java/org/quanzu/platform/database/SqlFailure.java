package org.quanzu.platform.database;

import java.sql.SQLException;
import org.quanzu.platform.StartFailure;

/** What an error of the database server means for somebody who starts this process. */
final class SqlFailure {
    private SqlFailure() {}

    /** Whether the server is there and says that it will answer later, as while it recovers. */
    static boolean isStarting(SQLException e) {
        return "57P03".equals(e.getSQLState());
    }

    static StartFailure of(DatabaseAddress address, SQLException e) {
        var database = "The database " + address.shown();
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "28P01", "28000" ->
                new StartFailure(
                        database + " refuses the user \"" + address.user() + "\" or the password",
                        "set --spring.datasource.username and SPRING_DATASOURCE_PASSWORD",
                        e);
            case "3D000" -> new StartFailure(database + " does not exist", "create it, owned by " + address.user(), e);
            case "08001", "08004", "08006" ->
                new StartFailure(
                        database + " cannot be reached",
                        "it is not started yet, or --spring.datasource.url is wrong",
                        e);
            default ->
                new StartFailure(
                        database + " answers: "
                                + String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(state),
                        "its log tells more",
                        e);
        };
    }
}

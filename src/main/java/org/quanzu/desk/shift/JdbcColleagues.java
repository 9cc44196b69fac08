package org.quanzu.desk.shift;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people who work cases, read from the users in PostgreSQL. */
final class JdbcColleagues implements Colleagues {
    private final JdbcClient jdbc;

    JdbcColleagues(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    public List<Colleague> all() {
        return jdbc.sql("""
                        select name, display_name, units from users
                        where not disabled and role in ('OPERATOR', 'SUPERVISOR', 'ADMIN')
                        order by display_name, name""")
                .query((row, i) ->
                        new Colleague(row.getString("name"), row.getString("display_name"), List.of((String[])
                                row.getArray("units").getArray())))
                .list();
    }
}

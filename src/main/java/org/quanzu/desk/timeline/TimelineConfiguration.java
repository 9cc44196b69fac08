package org.quanzu.desk.timeline;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the timelines on the database. */
@Configuration(proxyBeanMethods = false)
public class TimelineConfiguration {

    @Bean
    Timelines timelines(DataSource database) {
        return new JdbcTimelines(new JdbcTemplate(database));
    }
}

package org.quanzu.desk.timeline;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the timelines on the database. */
@Configuration(proxyBeanMethods = false)
public class TimelineConfiguration {

    @Bean
    Timelines timelines(DataSource database) {
        return new JdbcTimelines(database);
    }
}

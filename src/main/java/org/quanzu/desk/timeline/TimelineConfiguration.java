package org.quanzu.desk.timeline;

import javax.sql.DataSource;
import org.quanzu.rules.RuleSets;
import org.quanzu.seal.Seal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the timelines on the database. */
@Configuration(proxyBeanMethods = false)
public class TimelineConfiguration {

    @Bean
    JdbcRecorded recordedEvents(DataSource database, Seal seal) {
        return new JdbcRecorded(database, seal);
    }

    @Bean
    Timelines timelines(JdbcRecorded events, RuleSets ruleSets) {
        return new JdbcTimelines(events, ruleSets);
    }

    @Bean
    Payments payments(JdbcRecorded events, RuleSets ruleSets) {
        return new JdbcPayments(events, ruleSets);
    }
}

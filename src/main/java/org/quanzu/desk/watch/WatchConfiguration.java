package org.quanzu.desk.watch;

import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.desk.EverySecond;
import org.quanzu.desk.contact.ContactHours;
import org.quanzu.desk.contact.RetryPlan;
import org.quanzu.desk.shift.Staffing;
import org.quanzu.rules.RuleSets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps house on the database, in the process that writes to it. */
@Configuration(proxyBeanMethods = false)
public class WatchConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Housekeeping housekeeping(
            DataSource database,
            RuleSets ruleSets,
            RetryPlan plan,
            ContactHours hours,
            Staffing staffing,
            ApplicationEventPublisher events,
            Clock clock) {
        return new Housekeeping(new JdbcUpkeep(database), ruleSets, plan, hours, staffing, events, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "quanzu.desk.watch", matchIfMissing = true)
    EverySecond everySecond(Housekeeping housekeeping) {
        return new EverySecond("desk-watch", housekeeping::tick);
    }
}

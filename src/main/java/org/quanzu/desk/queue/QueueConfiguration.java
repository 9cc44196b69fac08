package org.quanzu.desk.queue;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.quanzu.desk.Grip;
import org.quanzu.desk.shift.Staffing;
import org.quanzu.rules.RuleSets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the queue on the database. */
@Configuration(proxyBeanMethods = false)
public class QueueConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    JdbcOverflow overflow(
            DataSource database,
            RuleSets ruleSets,
            Staffing staffing,
            @Value("${quanzu.desk.overflow-seconds:5}") int seconds,
            Clock clock) {
        return new JdbcOverflow(database, ruleSets, staffing, Duration.ofSeconds(seconds), clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Queue queue(
            DataSource database,
            @Value("${quanzu.desk.lease:10m}") Duration lease,
            JdbcOverflow overflow,
            Grip grip,
            ApplicationEventPublisher events,
            Clock clock) {
        JdbcTaking taking = new JdbcTaking(database, lease);
        return new JdbcQueue(database, taking, overflow, grip, events, clock);
    }
}

package org.quanzu.desk.queue;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.quanzu.desk.Grip;
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
    Queue queue(
            DataSource database,
            @Value("${quanzu.desk.lease-minutes:10}") int leaseMinutes,
            Grip grip,
            ApplicationEventPublisher events,
            Clock clock) {
        JdbcTaking taking = new JdbcTaking(database, Duration.ofMinutes(leaseMinutes));
        return new JdbcQueue(database, taking, grip, events, clock);
    }
}

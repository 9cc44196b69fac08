package org.quanzu.desk.handover;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.quanzu.desk.Grip;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts hand-overs on the database. */
@Configuration(proxyBeanMethods = false)
public class HandOverConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    HandOvers handOvers(
            DataSource database, @Value("${quanzu.desk.lease-minutes:10}") int leaseMinutes, Grip grip, Clock clock) {
        return new HandOvers(grip, new JdbcOffers(database), Duration.ofMinutes(leaseMinutes), clock);
    }
}

package org.quanzu.desk.handover;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.quanzu.desk.Grip;
import org.quanzu.seal.Seal;
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
            DataSource database, Seal seal, @Value("${quanzu.desk.lease:10m}") Duration lease, Grip grip, Clock clock) {
        return new HandOvers(grip, new JdbcOffers(database, seal), lease, clock);
    }
}

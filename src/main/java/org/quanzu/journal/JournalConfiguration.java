package org.quanzu.journal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.seal.KeyedHash;
import org.quanzu.seal.Seal;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the journal on the database. */
@Configuration(proxyBeanMethods = false)
public class JournalConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Partitions partitions(DataSource database) {
        return new JdbcPartitions(database, transaction(database));
    }

    private static TransactionTemplate transaction(DataSource database) {
        return new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @Bean
    @DependsOnDatabaseInitialization
    EventStore history(DataSource database, Seal seal, KeyedHash hash, Clock clock) {
        return new JdbcEventStore(database, transaction(database), new JdbcEventStore.Secrets(seal, hash), clock);
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    Journal journal(DataSource database, Partitions partitions, Clock clock, MeterRegistry meters, Seal seal) {
        Journal journal = new Journal(new JdbcLog(database, seal), partitions, clock, meters);
        journal.start();
        return journal;
    }
}

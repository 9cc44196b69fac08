package org.quanzu.journal.consumer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.quanzu.journal.Journal;
import org.quanzu.journal.consumer.Delivery.Shared;
import org.quanzu.journal.consumer.JournalConsumers.Consumer;
import org.quanzu.seal.Seal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives each handler of records a consumer of its own. */
@Configuration(proxyBeanMethods = false)
public class ConsumerConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    PersonChanges personChanges(DataSource database, Seal seal, Journal journal) {
        return new JdbcPersonChanges(database, seal, journal);
    }

    @Bean
    @DependsOnDatabaseInitialization
    JournalConsumers journalConsumers(
            DataSource database,
            Seal seal,
            Journal journal,
            ObjectProvider<RecordHandler> handlers,
            MeterRegistry meters,
            Clock clock) {
        var shared = new Shared(
                new JdbcRecords(database, seal),
                new JdbcConsumers(database),
                journal::day,
                new TransactionTemplate(new JdbcTransactionManager(database)));
        return new JournalConsumers(
                handlers.orderedStream()
                        .map(handler -> {
                            var progress = measured(handler.consumer(), new Progress(clock), meters);
                            var delivery = new Delivery(handler, shared, progress, clock);
                            return new Consumer(handler.consumer(), delivery, progress);
                        })
                        .toList(),
                journal);
    }

    private static Progress measured(String consumer, Progress progress, MeterRegistry meters) {
        gauge(meters, consumer, "quanzu.consumer.waiting", "records not yet consumed", progress, Progress::waiting);
        gauge(meters, consumer, "quanzu.consumer.lag", "age of the oldest of them", progress, Progress::lagSeconds);
        gauge(
                meters,
                consumer,
                "quanzu.consumer.set.aside",
                "records set aside",
                progress,
                it -> it.counts().aside());
        return progress;
    }

    private static void gauge(
            MeterRegistry meters,
            String consumer,
            String name,
            String description,
            Progress progress,
            ToDoubleFunction<Progress> value) {
        Gauge.builder(name, progress, value)
                .description(description)
                .baseUnit(name.endsWith("lag") ? "seconds" : "records")
                .tag("consumer", consumer)
                .strongReference(true)
                .register(meters);
    }
}

package org.quanzu.personcache;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.Journal;
import org.quanzu.journal.Partitions;
import org.quanzu.person.Register;
import org.quanzu.rules.RuleSets;
import org.quanzu.supervision.Heartbeat;
import org.quanzu.supervision.Supervised;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps {@code quanzu.hot-persons} persons in memory and {@code quanzu.retention-days} days of events. */
@Configuration(proxyBeanMethods = false)
public class PersonCacheConfiguration {

    @Bean
    PersonLoader personLoader(EventStore history, Register register, RuleSets ruleSets) {
        return new PersonLoader(history, register, ruleSets);
    }

    @Bean
    PersonCache personCache(
            PersonLoader loader,
            Journal journal,
            @Value("${quanzu.hot-persons:100000}") long most,
            MeterRegistry meters) {
        return new CachedPersons(loader, journal, most, meters);
    }

    @Bean
    Retention retention(
            Partitions partitions,
            EventStore history,
            PersonCache persons,
            Journal journal,
            Clock clock,
            @Value("${quanzu.retention-days:90}") int days) {
        return new Retention(partitions, history, persons, journal, clock, days);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService retentionSchedule(Retention retention, Supervised retentionSupervision) {
        ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "retention");
            thread.setDaemon(true);
            return thread;
        });
        Heartbeat heartbeat = retentionSupervision.heartbeat();
        heartbeat.start();
        schedule.scheduleWithFixedDelay(() -> heartbeat.beat(retention::run), 1, 60, TimeUnit.MINUTES);
        return schedule;
    }

    /** It is tried every hour. */
    @Bean
    Supervised retentionSupervision() {
        Heartbeat heartbeat = new Heartbeat("retention", Duration.ofHours(3));
        return () -> heartbeat;
    }
}

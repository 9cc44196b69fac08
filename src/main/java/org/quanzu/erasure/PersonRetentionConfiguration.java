package org.quanzu.erasure;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.quanzu.erasure.PersonRetention.Days;
import org.quanzu.erasure.PersonRetention.Memory;
import org.quanzu.person.Identities;
import org.quanzu.person.Register;
import org.quanzu.personcache.PersonCache;
import org.quanzu.supervision.Heartbeat;
import org.quanzu.supervision.Supervised;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps persons {@code quanzu.retention.persons} days and closed cases {@code quanzu.retention.cases} days. */
@Configuration(proxyBeanMethods = false)
public class PersonRetentionConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    PersonRetention personRetention(
            DataSource database,
            PersonErasure erasure,
            PersonCache persons,
            Register register,
            Identities identities,
            Clock clock,
            Days kept) {
        return new PersonRetention(
                new JdbcExpired(database), erasure, new Memory(persons, register, identities), kept, clock);
    }

    @Bean
    Days retentionDays(
            @Value("${quanzu.retention-days:90}") int events,
            @Value("${quanzu.retention.persons:730}") int persons,
            @Value("${quanzu.retention.cases:1095}") int cases) {
        return new Days(events, persons, cases);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService personRetentionSchedule(PersonRetention retention, Supervised personRetentionSupervision) {
        ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "person-retention");
            thread.setDaemon(true);
            return thread;
        });
        Heartbeat heartbeat = personRetentionSupervision.heartbeat();
        heartbeat.start();
        schedule.scheduleWithFixedDelay(() -> heartbeat.beat(retention::run), 2, 60, TimeUnit.MINUTES);
        return schedule;
    }

    /** It is tried every hour. */
    @Bean
    Supervised personRetentionSupervision() {
        Heartbeat heartbeat = new Heartbeat("person-retention", Duration.ofHours(3));
        return () -> heartbeat;
    }
}

package org.quanzu.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.quanzu.supervision.Heartbeat;
import org.quanzu.supervision.Supervised;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows every background loop in health and metrics; health is DOWN while one stands still. */
@Configuration(proxyBeanMethods = false)
class SupervisionConfiguration {

    @Bean
    HealthIndicator background(ObjectProvider<Supervised> supervised) {
        return () -> health(supervised.stream().map(Supervised::heartbeat).toList());
    }

    static Health health(List<Heartbeat> heartbeats) {
        Health.Builder health = heartbeats.stream().anyMatch(Heartbeat::standsStill) ? Health.down() : Health.up();
        for (Heartbeat one : heartbeats) {
            Throwable failure = one.failure();
            health.withDetail(
                    one.name(),
                    (one.standsStill() ? "stands still: " : "") + "worked " + one.secondsSinceSuccess() + " s ago"
                            + (failure == null ? "" : ", then failed: " + failure.getClass().getSimpleName()));
        }
        return health.build();
    }

    @Bean
    MeterBinder backgroundMetrics(ObjectProvider<Supervised> supervised) {
        return registry -> supervised.stream()
                .map(Supervised::heartbeat)
                .forEach(one -> Gauge.builder("quanzu.background.idle", one, Heartbeat::secondsSinceSuccess)
                        .description("seconds since a background task last ended a turn well")
                        .baseUnit("seconds")
                        .tag("task", one.name())
                        .register(registry));
    }
}

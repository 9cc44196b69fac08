package org.quanzu.platform.command;

import java.time.Clock;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.platform.access.FirstAccess;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** What the server says on the console. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    @Bean
    FirstStart firstStart(FirstAccess access, Environment environment, Clock clock) {
        return new FirstStart(access, environment, clock, System.out);
    }

    /** Once the server listens, after everything else that runs then. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ApplicationRunner firstStartRunner(FirstStart firstStart, QuanzuSettings settings) {
        return arguments -> firstStart.prepare(settings);
    }
}

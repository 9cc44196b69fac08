package org.quanzu.platform.access;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The keys and users, for the server as for the command line. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean
    JdbcApiKeys apiKeys(JdbcClient jdbc, Clock clock) {
        return new JdbcApiKeys(jdbc, clock);
    }

    @Bean
    Callers callers(JdbcApiKeys keys, Clock clock) {
        return new CachedApiKeys(keys::active, clock, System::nanoTime);
    }

    @Bean
    Users users(JdbcClient jdbc, Clock clock) {
        return new JdbcUsers(jdbc, clock);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    FirstAccess firstAccess(JdbcApiKeys keys, Users users, PasswordEncoder encoder) {
        return new FirstAccess(keys, users, encoder);
    }
}

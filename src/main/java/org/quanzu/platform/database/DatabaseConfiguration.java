package org.quanzu.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import org.quanzu.platform.StartFailure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The database of this process: found or started, then locked, and only then handed to the pool. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {
    private static final int ANSWER_SECONDS = 15;

    @Bean
    static DatabaseStart databaseStart(Environment environment) {
        return new DatabaseStart(environment);
    }

    @Bean
    static PatientStart patientStart() {
        return new PatientStart();
    }

    /** For requests; the short commands may take their time. */
    @Bean
    @ConditionalOnWebApplication
    static AnswerTimeout answerTimeout(Environment environment) {
        return new AnswerTimeout(environment.getProperty(
                "quanzu.database.answer-timeout", Duration.class, Duration.ofSeconds(ANSWER_SECONDS)));
    }

    @Bean
    JdbcConnectionDetails databaseAddress(
            Environment environment, ObjectProvider<EmbeddedDatabase> embedded, ObjectProvider<WriterLock> lock) {
        lock.ifAvailable(held -> {}); // nothing may be written without it
        return address(environment, embedded);
    }

    private static DatabaseAddress address(Environment environment, ObjectProvider<EmbeddedDatabase> embedded) {
        var started = embedded.getIfAvailable();
        return started != null ? started.address() : named(environment);
    }

    private static DatabaseAddress named(Environment environment) {
        var url = environment.getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartFailure(
                    "The setting spring.datasource.url, " + withoutSecrets(url)
                            + ", does not name a PostgreSQL database",
                    "write it as jdbc:postgresql://HOST:5432/NAME");
        }
        return new DatabaseAddress(
                url,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
    }

    private static String withoutSecrets(String url) {
        return url.replaceAll("[?].*", "").replaceAll("//[^/@]*@", "//");
    }

    /** What only the single writer has. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "quanzu.database.writer", matchIfMissing = true)
    static class Writer {

        @Bean
        JdbcWriterLock writerLock(
                Environment environment, ObjectProvider<EmbeddedDatabase> embedded, ApplicationContext context) {
            Runnable revive = () -> embedded.ifAvailable(EmbeddedDatabase::revive);
            var started = embedded.getIfAvailable();
            return new JdbcWriterLock(
                    address(environment, embedded),
                    () -> started != null && started.isAlive(),
                    revive,
                    () -> end(context));
        }

        /** Puts the fence below the pool before it opens its first connection. */
        @Bean
        static BeanPostProcessor writerFence(
                ObjectProvider<JdbcWriterLock> lock, ObjectProvider<JdbcConnectionDetails> address) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessBeforeInitialization(Object bean, String name) {
                    if (bean instanceof HikariDataSource pool) {
                        pool.setDataSource(new FencedDataSource(
                                (DatabaseAddress) address.getObject(),
                                pool.getDataSourceProperties(),
                                lock.getObject()));
                    }
                    return bean;
                }
            };
        }

        /** Migrations take as long as they take, on connections of their own. */
        @Bean
        FlywayConfigurationCustomizer patientMigrations(JdbcWriterLock lock, JdbcConnectionDetails address) {
            return flyway -> flyway.dataSource(new FencedDataSource((DatabaseAddress) address, new Properties(), lock));
        }

        @Bean
        SmartInitializingSingleton writerLockWatch(JdbcWriterLock lock) {
            return lock::watch;
        }

        @Bean
        HealthIndicator writer(WriterLock lock) {
            return () -> (lock.held() ? Health.up() : Health.outOfService()).build();
        }

        private static void end(ApplicationContext context) {
            System.exit(SpringApplication.exit(context, () -> 1));
        }
    }
}

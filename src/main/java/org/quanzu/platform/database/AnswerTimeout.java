package org.quanzu.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * Breaks a connection on which the database has not answered for so long, so that one that stands still holds no request for
 * ever. Work that may take longer says so on its connection; a socket time-out set for the driver itself is left alone.
 */
final class AnswerTimeout implements BeanPostProcessor, PriorityOrdered {
    private static final String PROPERTY = "socketTimeout";
    private final Duration timeout;

    AnswerTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.getDataSourceProperties().putIfAbsent(PROPERTY, String.valueOf(Math.max(1, timeout.toSeconds())));
        }
        return bean;
    }

    /** Before what takes the properties of the pool over. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}

package org.quanzu.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Lets the start wait long for a connection, as on a busy machine; requests wait as long as is set. */
final class PatientStart implements BeanPostProcessor, ApplicationListener<ApplicationReadyEvent> {
    private static final long WHILE_STARTING = Duration.ofMinutes(1).toMillis();
    /** How often the pool looks at its settings; every half minute by itself, so that a change would come late. */
    private static final String LOOKING = "com.zaxxer.hikari.housekeeping.periodMs";

    private static final String EVERY_SECOND = "1000";
    private volatile @Nullable HikariDataSource pool;
    private volatile long whenReady;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource found) {
            if (System.getProperty(LOOKING) == null) {
                System.setProperty(LOOKING, EVERY_SECOND);
            }
            pool = found;
            whenReady = found.getConnectionTimeout();
            found.setConnectionTimeout(Math.max(whenReady, WHILE_STARTING));
        }
        return bean;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var found = pool;
        if (found != null) {
            found.getHikariConfigMXBean().setConnectionTimeout(whenReady);
        }
    }
}

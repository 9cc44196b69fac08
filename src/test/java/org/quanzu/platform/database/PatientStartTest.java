package org.quanzu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.event.ApplicationReadyEvent;

class PatientStartTest {

    @Test
    void waitsLongForAConnectionUntilTheServerIsReady() {
        try (var pool = new HikariDataSource()) {
            pool.setConnectionTimeout(1_000);
            var start = new PatientStart();

            start.postProcessBeforeInitialization(pool, "dataSource");
            var before = pool.getConnectionTimeout();
            start.onApplicationEvent(mock(ApplicationReadyEvent.class));

            assertThat(before).isEqualTo(60_000);
            assertThat(pool.getConnectionTimeout()).isEqualTo(1_000);
        }
    }
}

package org.quanzu.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.Patience;
import org.quanzu.testkit.TcpRelay;
import org.quanzu.testkit.TestDatabase;

class AnswerTimeoutIT {

    @Test
    void givesUpAReadingThatADatabaseAtAStandstillDoesNotAnswer() throws SQLException {
        try (var database = TestDatabase.fresh();
                var relay = new TcpRelay(URI.create(database.getJdbcUrl().substring("jdbc:".length()))
                        .getPort());
                var pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.getJdbcUrl().replaceFirst(":\\d+/", ":" + relay.port() + "/"));
            new AnswerTimeout(Duration.ofSeconds(1)).postProcessBeforeInitialization(pool, "dataSource");
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                relay.stall();

                var reading = CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return statement.execute("select 1");
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        task -> new Thread(task).start());

                assertThatThrownBy(() -> reading.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS))
                        .hasRootCauseMessage("Read timed out");
            }
        }
    }
}

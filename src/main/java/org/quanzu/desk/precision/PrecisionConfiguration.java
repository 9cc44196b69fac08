package org.quanzu.desk.precision;

import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the figures on the database. */
@Configuration(proxyBeanMethods = false)
public class PrecisionConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Figures figures(
            DataSource database,
            TransactionTemplate transactions,
            @Value("${quanzu.desk.zone:${quanzu.zone:Asia/Shanghai}}") String zone,
            Clock clock) {
        return new JdbcFigures(database, new JdbcDays(database, transactions, ZoneId.of(zone)), clock);
    }
}

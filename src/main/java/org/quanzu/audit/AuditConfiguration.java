package org.quanzu.audit;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the audit log on the database. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    AuditLog auditLog(DataSource database, Clock clock) {
        return new JdbcAuditLog(database, clock);
    }
}

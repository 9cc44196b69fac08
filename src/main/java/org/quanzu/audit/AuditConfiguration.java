package org.quanzu.audit;

import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.seal.Seal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the audit log on the database. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    JdbcReasons reasons(DataSource database, ObjectProvider<Seal> seal) {
        return new JdbcReasons(database, seal::getObject);
    }

    @Bean
    @DependsOnDatabaseInitialization
    AuditLog auditLog(DataSource database, JdbcReasons reasons, Clock clock) {
        return new JdbcAuditLog(database, reasons, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    AuditTrail auditTrail(DataSource database, JdbcReasons reasons) {
        return new JdbcAuditTrail(database, reasons);
    }

    @Bean
    @DependsOnDatabaseInitialization
    AuditVerifier auditVerifier(DataSource database) {
        return new JdbcAuditVerifier(database);
    }
}

package org.quanzu.erasure;

import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.audit.AuditLog;
import org.quanzu.person.Register;
import org.quanzu.person.source.PersonSources;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts erasure on the database. */
@Configuration(proxyBeanMethods = false)
public class ErasureConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    PersonErasure personErasure(
            DataSource database, Register register, PersonSources sources, AuditLog audit, Clock clock) {
        return new JdbcPersonErasure(database, register, sources, audit, clock);
    }
}

package org.quanzu.person.source;

import javax.sql.DataSource;
import org.quanzu.seal.Seal;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sources of persons on the database. */
@Configuration(proxyBeanMethods = false)
public class SourceConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    PersonSources personSources(DataSource database, Seal seal) {
        return new JdbcPersonSources(database, seal);
    }
}

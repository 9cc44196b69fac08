package org.quanzu.person.source;

import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sources of persons on the database. */
@Configuration(proxyBeanMethods = false)
public class SourceConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    PersonSources personSources(DataSource database) {
        return new JdbcPersonSources(database);
    }
}

package org.quanzu.person.link;

import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the links of persons on the database. */
@Configuration(proxyBeanMethods = false)
public class LinkConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Links links(DataSource database) {
        return new JdbcLinks(database);
    }

    @Bean
    @DependsOnDatabaseInitialization
    DeclaredMerges declaredMerges(DataSource database) {
        return new JdbcDeclaredMerges(database);
    }
}

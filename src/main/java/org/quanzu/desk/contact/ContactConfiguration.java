package org.quanzu.desk.contact;

import javax.sql.DataSource;
import org.quanzu.rules.RuleSets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts what people have to bear on the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContactSettings.class)
public class ContactConfiguration {

    @Bean
    ContactHours contactHours(ContactSettings settings) {
        return settings.hours();
    }

    @Bean
    @DependsOnDatabaseInitialization
    Contacts contacts(DataSource database) {
        return new JdbcContacts(database);
    }

    @Bean
    RetryPlan retryPlan(RuleSets ruleSets) {
        return new RetryPlan(() -> ruleSets.current().practice().retries());
    }

    @Bean
    Courtesy courtesy(Contacts contacts, ContactHours hours, RetryPlan plan) {
        return new Courtesy(contacts, hours, plan);
    }
}

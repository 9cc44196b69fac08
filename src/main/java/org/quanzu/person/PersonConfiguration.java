package org.quanzu.person;

import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the register of persons on the database. */
@Configuration(proxyBeanMethods = false)
public class PersonConfiguration {

    @Bean
    Aliases aliases(@Qualifier("identityKey") SecretKey identityKey) {
        return new Aliases(identityKey);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Register register(DataSource database) {
        return new JdbcRegister(database);
    }

    @Bean
    @DependsOnDatabaseInitialization
    FeedbackLog feedbackLog(DataSource database) {
        return new JdbcFeedbackLog(database);
    }

    @Bean
    Identities identities(Register register, Aliases aliases) {
        return new CachedIdentities(register, aliases);
    }

    @Bean
    Counterparties counterparties() {
        return new CachedCounterparties();
    }
}

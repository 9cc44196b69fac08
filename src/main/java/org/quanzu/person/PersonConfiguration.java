package org.quanzu.person;

import javax.sql.DataSource;
import org.quanzu.person.link.LinkConfiguration;
import org.quanzu.person.source.SourceConfiguration;
import org.quanzu.seal.KeyedHash;
import org.quanzu.seal.Seal;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the register of persons on the database. */
@Configuration(proxyBeanMethods = false)
@Import({SourceConfiguration.class, LinkConfiguration.class})
public class PersonConfiguration {

    @Bean
    Aliases aliases(KeyedHash hash) {
        return new Aliases(hash);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Register register(DataSource database, Seal seal) {
        return new JdbcRegister(database, seal);
    }

    @Bean
    @DependsOnDatabaseInitialization
    FeedbackLog feedbackLog(DataSource database, Seal seal) {
        return new JdbcFeedbackLog(database, seal);
    }

    @Bean
    Identities identities(Register register, Aliases aliases) {
        return new CachedIdentities(register, aliases);
    }

    @Bean
    Counterparties counterparties(KeyedHash hash) {
        return new CachedCounterparties(hash);
    }
}

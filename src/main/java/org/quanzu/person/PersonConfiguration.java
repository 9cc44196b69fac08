package org.quanzu.person;

import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the register of persons on the database. */
@Configuration(proxyBeanMethods = false)
public class PersonConfiguration {

    @Bean
    Aliases aliases(@Qualifier("identityKey") SecretKey identityKey) {
        return new Aliases(identityKey);
    }

    @Bean
    Register register(DataSource database) {
        return new JdbcRegister(new JdbcTemplate(database));
    }

    @Bean
    FeedbackLog feedbackLog(DataSource database) {
        return new JdbcFeedbackLog(JdbcClient.create(database));
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

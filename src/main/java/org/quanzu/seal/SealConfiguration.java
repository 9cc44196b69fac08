package org.quanzu.seal;

import java.time.Clock;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out the seal once it is sure that the keys are those of the database. */
@Configuration(proxyBeanMethods = false)
public class SealConfiguration {

    @Bean
    KeyedHash keyedHash(@Qualifier("identityKey") SecretKey identityKey) {
        return new KeyedHash(identityKey);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Seal seal(
            SealKeys keys, DataSource database, Clock clock, @Value("${quanzu.database.writer:true}") boolean writer) {
        JdbcKeyRegister register = new JdbcKeyRegister(database);
        register.requireAll(keys);
        if (writer) {
            register.use(keys, clock.instant());
        }
        return new Seal(keys);
    }

    @Bean
    Reseal reseal(SealKeys keys, KeyedHash hash, DataSource database) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        return new Reseal(keys, new JdbcKeyRegister(database), new JdbcOldValues(database, transaction, keys, hash));
    }
}

package org.quanzu.desk;

import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.seal.Seal;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the cases on the database. */
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    CaseHistory caseHistory(DataSource database, Seal seal) {
        return new JdbcCaseHistory(database, seal);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Cases cases(DataSource database, CaseHistory history) {
        return new JdbcCases(database, history);
    }

    @Bean
    Grip grip(
            Cases cases,
            CaseHistory history,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        return new Grip(cases, history, transactions, events, clock);
    }
}

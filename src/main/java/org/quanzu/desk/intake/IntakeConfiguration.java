package org.quanzu.desk.intake;

import javax.sql.DataSource;
import org.quanzu.rules.RuleSets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the desk beside the journal. */
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

    @Bean
    JdbcCaseIntake caseIntake(DataSource database, RuleSets ruleSets, ApplicationEventPublisher events) {
        return new JdbcCaseIntake(database, ruleSets, events);
    }
}

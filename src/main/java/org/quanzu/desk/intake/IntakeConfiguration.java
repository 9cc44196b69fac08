package org.quanzu.desk.intake;

import org.quanzu.journal.Companion;
import org.quanzu.rules.RuleSets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the desk beside the journal. */
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

    @Bean
    Companion caseIntake(RuleSets ruleSets, ApplicationEventPublisher events) {
        return new JdbcCaseIntake(ruleSets, events);
    }
}

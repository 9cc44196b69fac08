package org.quanzu.desk.intake;

import javax.sql.DataSource;
import org.quanzu.desk.label.Labelling;
import org.quanzu.rules.RuleSets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the desk follow the journal. */
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

    @Bean
    DeskRecords deskRecords(
            DataSource database, Labelling labelling, RuleSets ruleSets, ApplicationEventPublisher events) {
        return new DeskRecords(new JdbcCaseIntake(database, ruleSets), labelling, ruleSets, events);
    }
}

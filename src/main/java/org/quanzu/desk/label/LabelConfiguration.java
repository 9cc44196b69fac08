package org.quanzu.desk.label;

import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.desk.Cases;
import org.quanzu.rules.RuleSets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the labels on the database. */
@Configuration(proxyBeanMethods = false)
public class LabelConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Labels labels(DataSource database) {
        return new JdbcLabels(database);
    }

    @Bean
    Labelling labelling(
            Labels labels,
            Cases cases,
            RuleSets ruleSets,
            @Value("${quanzu.desk.recheck-percent:2}") double recheckPercent,
            Clock clock) {
        return new Labelling(labels, cases, ruleSets, new Sample(recheckPercent), clock);
    }
}

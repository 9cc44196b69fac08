package org.quanzu.desk.work;

import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.quanzu.desk.Grip;
import org.quanzu.desk.contact.ContactHours;
import org.quanzu.desk.contact.RetryPlan;
import org.quanzu.rules.RuleSets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the work on cases on the database. */
@Configuration(proxyBeanMethods = false)
public class WorkConfiguration {

    @Bean
    RetryPlan retryPlan() {
        return RetryPlan.standard();
    }

    @Bean
    ContactHours contactHours(@Value("${quanzu.desk.zone:Asia/Shanghai}") String zone) {
        return new ContactHours(ZoneId.of(zone));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Works works(DataSource database) {
        return new JdbcWorks(database);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Desk desk(
            Grip grip,
            Works works,
            DataSource database,
            RuleSets ruleSets,
            RetryPlan plan,
            ContactHours hours,
            Clock clock) {
        Desk.Customs customs = new Desk.Customs(plan, hours);
        return new Desk(grip, works, new JdbcCaseChanges(database), ruleSets, customs, clock);
    }
}

package org.quanzu.desk.work;

import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.desk.Grip;
import org.quanzu.desk.contact.Contacts;
import org.quanzu.desk.contact.Courtesy;
import org.quanzu.desk.contact.RetryPlan;
import org.quanzu.rules.RuleSets;
import org.quanzu.seal.Seal;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the work on cases on the database. */
@Configuration(proxyBeanMethods = false)
public class WorkConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Works works(DataSource database, Seal seal) {
        return new JdbcWorks(database, seal);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Desk desk(
            Grip grip,
            Works works,
            DataSource database,
            RuleSets ruleSets,
            RetryPlan plan,
            Courtesy courtesy,
            Contacts contacts,
            Clock clock,
            Seal seal) {
        Desk.Customs customs = new Desk.Customs(plan, courtesy, contacts);
        return new Desk(grip, works, new JdbcCaseChanges(database, seal), ruleSets, customs, clock);
    }
}

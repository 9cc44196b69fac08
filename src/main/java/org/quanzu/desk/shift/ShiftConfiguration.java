package org.quanzu.desk.shift;

import javax.sql.DataSource;
import org.quanzu.desk.contact.ContactHours;
import org.quanzu.rules.RuleSets;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts shifts on the database. */
@Configuration(proxyBeanMethods = false)
public class ShiftConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Shifts shifts(DataSource database) {
        return new JdbcShifts(database);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Availability availability(DataSource database) {
        return new JdbcAvailability(database);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Colleagues colleagues(DataSource database) {
        return new JdbcColleagues(database);
    }

    @Bean
    Staffing staffing(Shifts shifts) {
        return new Staffing(shifts);
    }

    @Bean
    Rostering rostering(Shifts shifts, Colleagues colleagues, RuleSets ruleSets, ContactHours hours) {
        return new Rostering(shifts, colleagues, ruleSets, hours.zone());
    }
}

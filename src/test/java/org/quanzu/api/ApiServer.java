package org.quanzu.api;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.Set;
import org.quanzu.api.person.PersonsOfCaller;
import org.quanzu.eventjson.EventReader;
import org.quanzu.testkit.FixedRuleSets;
import org.quanzu.testkit.InMemoryBankView;
import org.quanzu.testkit.InMemoryCallerPersons;
import org.quanzu.testkit.InMemoryIntake;
import org.quanzu.testkit.RecordedAudit;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The API in a real server, without database and security, every caller being the client "bank". No configuration by
 * annotation, or the scan of the whole product would find it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
        })
@ComponentScan(
        value = {"org.quanzu.api", "org.quanzu.problem"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = PersonsOfCaller.class))
@Import({
    EventReader.class,
    InMemoryBankView.class,
    InMemoryIntake.class,
    InMemoryCallerPersons.class,
    RecordedAudit.class,
    FixedRuleSets.class
})
class ApiServer {

    @Bean
    Clock clock() {
        return Calls.CLOCK;
    }

    @Bean
    Filter bank() {
        ApiClient bank = new ApiClient("a bank", "bank", Set.of("score"));
        return (request, response, chain) -> {
            SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(bank, ""));
            chain.doFilter(request, response);
        };
    }
}

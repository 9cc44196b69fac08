package org.quanzu.rules;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.quanzu.profile.Bounds;
import org.quanzu.watchlist.ExchangeRates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires the rule set in service. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    /** Begins to read and compile the rules while everything else starts. */
    @Bean
    static RulePreparation rulePreparation(Environment environment) {
        return new RulePreparation(
                Path.of(environment.getProperty("quanzu.rules", "rules")),
                Path.of(environment.getProperty("quanzu.data", "data")),
                environment.getProperty("quanzu.currency", ExchangeRates.CNY),
                Bounds.of(environment::getProperty));
    }

    @Bean
    static BeanFactoryPostProcessor earlyRulePreparation() {
        return beans -> beans.getBean("rulePreparation");
    }

    @Bean
    RuleSetStore ruleSetStore(DataSource database, TransactionTemplate transactions, JsonMapper json) {
        return new JdbcRuleSets(database, transactions, json);
    }

    @Bean
    PublishedRuleSets ruleSets(RuleSetStore store, WarmUp warmUp, Clock clock, MeterRegistry meters) {
        return new PublishedRuleSets(
                store,
                warmUp,
                clock,
                rule -> Counter.builder("quanzu.rules.faults")
                        .description("evaluations a rule was cut off in or failed in, so that it did not count")
                        .tag("rule", rule)
                        .register(meters)
                        .increment());
    }

    @Bean
    RuleSetLoader ruleSetLoader(
            @Value("${quanzu.rules:rules}") Path folder,
            RulePreparation preparation,
            PublishedRuleSets published,
            RuleSetStore store) {
        return new RuleSetLoader(folder, preparation, published, store);
    }

    @Bean
    HealthIndicator ruleSet(PublishedRuleSets published, RuleSetLoader loader) {
        return () -> published.serving()
                ? health(published, loader)
                : Health.outOfService().withDetail("version", "none yet").build();
    }

    private static Health health(PublishedRuleSets published, RuleSetLoader loader) {
        Health.Builder health = Health.up()
                .withDetail("version", published.current().version())
                .withDetail("folder", loader.trouble().orElse("serves"));
        Map<String, String> faults = new TreeMap<>();
        published.faults().forEach(fault -> faults.put(fault.rule(), fault.times() + " times: " + fault.why()));
        return (faults.isEmpty() ? health : health.withDetail("faults", faults)).build();
    }
}

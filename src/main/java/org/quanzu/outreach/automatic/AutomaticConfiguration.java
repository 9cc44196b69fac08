package org.quanzu.outreach.automatic;

import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.desk.contact.Courtesy;
import org.quanzu.outreach.MessageTexts;
import org.quanzu.outreach.Outbox;
import org.quanzu.outreach.OutreachSettings;
import org.quanzu.outreach.ServedRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has automatic messages follow the journal. */
@Configuration(proxyBeanMethods = false)
public class AutomaticConfiguration {

    @Bean
    AutomaticMessages automaticMessages(
            DataSource database,
            Outbox outbox,
            MessageTexts texts,
            ServedRules rules,
            Courtesy courtesy,
            OutreachSettings settings,
            Clock clock) {
        return new AutomaticMessages(
                new JdbcSentMessages(database, settings.automaticGap()), outbox, texts, rules, courtesy, clock);
    }
}

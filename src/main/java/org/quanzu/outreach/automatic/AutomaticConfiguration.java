package org.quanzu.outreach.automatic;

import org.quanzu.desk.contact.Courtesy;
import org.quanzu.outreach.MessageTexts;
import org.quanzu.outreach.Outbox;
import org.quanzu.outreach.OutreachSettings;
import org.quanzu.outreach.ServedRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts automatic messages beside the journal. */
@Configuration(proxyBeanMethods = false)
public class AutomaticConfiguration {

    @Bean
    AutomaticMessages automaticMessages(
            Outbox outbox, MessageTexts texts, ServedRules rules, Courtesy courtesy, OutreachSettings settings) {
        return new AutomaticMessages(new JdbcTold(settings.automaticGap()), outbox, texts, rules, courtesy);
    }
}

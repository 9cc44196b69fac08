package org.quanzu.outreach.banks;

import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.desk.Cases;
import org.quanzu.desk.EverySecond;
import org.quanzu.desk.timeline.Timelines;
import org.quanzu.desk.work.Works;
import org.quanzu.outreach.Outbox;
import org.quanzu.outreach.OutreachSettings;
import org.quanzu.outreach.ServedRules;
import org.quanzu.outreach.webhook.Backoff;
import org.quanzu.outreach.webhook.WebhookClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has the notices of banks follow the journal and the desk, and starts their sender. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BankSettings.class)
public class BanksConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    BankNotices bankNotices(DataSource database) {
        return new JdbcBankNotices(database);
    }

    @Bean
    LevelNotices levelNotices(BankNotices notices, BankSettings settings, ServedRules rules) {
        return new LevelNotices(notices, settings, rules);
    }

    @Bean
    HoldNotices holdNotices(BankNotices notices, BankSettings settings) {
        return new HoldNotices(notices, settings);
    }

    @Bean
    BankView bankView(Cases cases, BankNotices notices, Timelines timelines, Works works, Outbox outbox, Clock clock) {
        return new JournalBankView(cases, notices, new CasePlan(timelines, works, outbox), clock);
    }

    @Bean
    EverySecond bankNoticeSender(
            BankNotices notices,
            DataSource database,
            BankSettings settings,
            OutreachSettings outreach,
            WebhookClient client,
            Clock clock) {
        var backoff = new Backoff(outreach.firstWait(), outreach.longestWait(), new SecureRandom());
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        var post = new NoticeSender.Post(outreach, client, backoff);
        return new EverySecond("bank-notices", new NoticeSender(notices, transaction, settings, post, clock)::run);
    }
}

package org.quanzu.outreach;

import java.security.SecureRandom;
import java.time.Clock;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.quanzu.audit.AuditLog;
import org.quanzu.outreach.webhook.Backoff;
import org.quanzu.outreach.webhook.WebhookClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the outbox on the database and starts its sender. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutreachSettings.class)
public class OutreachConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Deliveries deliveries(DataSource database) {
        return new JdbcDeliveries(database);
    }

    @Bean
    MessageTexts messageTexts(OutreachSettings settings) {
        return new MessageTexts(settings.centre());
    }

    @Bean
    Outbox outbox(
            Deliveries deliveries,
            DataSource database,
            MessageTexts texts,
            AuditLog audit,
            @Qualifier("identityKey") SecretKey identityKey,
            Clock clock) {
        return new Outbox(deliveries, transaction(database), texts, audit, identityKey, clock);
    }

    @Bean(destroyMethod = "close")
    WebhookClient webhookClient(OutreachSettings settings) {
        return new WebhookClient(settings.allowPrivate(), settings.timeout());
    }

    @Bean
    SenderThread senderThread(
            Deliveries deliveries,
            DataSource database,
            OutreachSettings settings,
            WebhookClient client,
            AuditLog audit,
            Clock clock) {
        var backoff = new Backoff(settings.firstWait(), settings.longestWait(), new SecureRandom());
        return new SenderThread(new Sender(deliveries, transaction(database), settings, client, backoff, audit, clock));
    }

    private static TransactionTemplate transaction(DataSource database) {
        return new TransactionTemplate(new JdbcTransactionManager(database));
    }
}

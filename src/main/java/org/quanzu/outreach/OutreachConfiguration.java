package org.quanzu.outreach;

import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.assessment.Persons;
import org.quanzu.audit.AuditLog;
import org.quanzu.desk.EverySecond;
import org.quanzu.desk.contact.Contacts;
import org.quanzu.desk.contact.Courtesy;
import org.quanzu.outreach.webhook.Backoff;
import org.quanzu.outreach.webhook.WebhookClient;
import org.quanzu.seal.KeyedHash;
import org.quanzu.seal.Seal;
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
    Deliveries deliveries(DataSource database, Seal seal) {
        return new JdbcDeliveries(database, seal);
    }

    @Bean
    MessageTexts messageTexts(ServedRules rules, OutreachSettings settings) {
        return new MessageTexts(rules, settings.centre());
    }

    @Bean
    Addressees addressees(Persons persons) {
        return new RegisteredAddressees(persons);
    }

    @Bean
    Messenger messenger(Deliveries deliveries, Courtesy courtesy, Contacts contacts, Addressees addressees) {
        return new Messenger(deliveries, courtesy, contacts, addressees);
    }

    @Bean
    Outbox outbox(
            Deliveries deliveries,
            DataSource database,
            MessageTexts texts,
            AuditLog audit,
            KeyedHash hash,
            Clock clock) {
        return new Outbox(deliveries, transaction(database), texts, audit, hash, clock);
    }

    @Bean(destroyMethod = "close")
    WebhookClient webhookClient(OutreachSettings settings) {
        return new WebhookClient(settings.allowPrivate(), settings.timeout());
    }

    @Bean
    Sender sender(
            Deliveries deliveries,
            DataSource database,
            Messenger messenger,
            OutreachSettings settings,
            WebhookClient client,
            AuditLog audit,
            Clock clock) {
        var backoff = new Backoff(settings.firstWait(), settings.longestWait(), new SecureRandom());
        var post = new Sender.Post(settings, client, backoff);
        return new Sender(deliveries, transaction(database), messenger, post, audit, clock);
    }

    @Bean
    ExceptionsInForce exceptionsInForce(Deliveries deliveries, Clock clock) {
        return new ExceptionsInForce(deliveries, clock);
    }

    @Bean
    EverySecond exceptionWatch(ExceptionsInForce exceptions) {
        return new EverySecond("exceptions", exceptions::refresh);
    }

    @Bean
    SenderThread senderThread(Sender sender) {
        return new SenderThread(sender);
    }

    private static TransactionTemplate transaction(DataSource database) {
        return new TransactionTemplate(new JdbcTransactionManager(database));
    }
}

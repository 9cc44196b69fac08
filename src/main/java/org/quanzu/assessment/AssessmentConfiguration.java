package org.quanzu.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.quanzu.assessment.RegisteredPersons.Registry;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.Journal;
import org.quanzu.journal.consumer.PersonChanges;
import org.quanzu.person.Aliases;
import org.quanzu.person.Counterparties;
import org.quanzu.person.FeedbackLog;
import org.quanzu.person.Identities;
import org.quanzu.person.ProtectiveTransfers;
import org.quanzu.person.Register;
import org.quanzu.personcache.PersonCache;
import org.quanzu.personcache.PersonLoader;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Decision;
import org.quanzu.seal.KeyedHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Joins persons, scoring and the journal to one pipeline. */
@Configuration(proxyBeanMethods = false)
public class AssessmentConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(AssessmentConfiguration.class);
    private static final Duration STATISTICS = Duration.ofHours(24);
    private static final int MOST_DEALINGS = 1_000_000;

    @Bean
    EventScorer eventScorer(
            RuleSets ruleSets,
            Counterparties counterparties,
            ObjectProvider<ProtectiveTransfers> exceptions,
            EventStore history,
            KeyedHash hash) {
        return new EventScorer(
                ruleSets, counterparties, exceptions.getIfAvailable(() -> ProtectiveTransfers.NONE), history, hash);
    }

    @Bean(destroyMethod = "close")
    Pipeline intake(
            Identities identities,
            PersonCache persons,
            EventStore history,
            Journal journal,
            Counterparties counterparties,
            EventScorer scorer,
            @Value("${quanzu.degraded-decision:ALLOW}") Decision degradedDecision,
            RuleSets ruleSets,
            MeterRegistry meters,
            Clock clock) {
        recall(history, counterparties, clock.instant());
        return new Pipeline(
                identities,
                persons,
                history,
                journal,
                counterparties,
                scorer,
                new DegradedAnswers(ruleSets, degradedDecision),
                new AssessmentMetrics(meters),
                clock);
    }

    /** Reads the dealings of the last day aside; until that is done the statistics are unknown, not zero. */
    private static void recall(EventStore history, Counterparties counterparties, Instant now) {
        Thread thread = new Thread(() -> {
            try {
                history.dealings(
                        now.minus(STATISTICS),
                        MOST_DEALINGS,
                        dealing -> counterparties.note(
                                dealing.counterparty(), dealing.payment(), dealing.personId(), dealing.atMillis()));
                counterparties.ready();
            } catch (RuntimeException e) {
                LOG.warn("Counterparty statistics stay unknown until the next start: {}", e.getMessage());
            }
        });
        thread.setName("recall");
        thread.setDaemon(true);
        thread.start();
    }

    @Bean
    RegisteredPersons persons(
            Register register,
            Aliases aliases,
            Identities identities,
            FeedbackLog feedback,
            PersonCache persons,
            EventStore history,
            PersonLoader recollection,
            Journal journal,
            RuleSets ruleSets,
            DataSource database,
            PersonChanges changes,
            Clock clock) {
        return new RegisteredPersons(
                new Registry(register, aliases, identities, feedback),
                persons,
                history,
                new Rescoring(register, recollection, history, journal, ruleSets, changes),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                clock);
    }
}

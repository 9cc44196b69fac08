package org.quanzu.assessment.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.Journal;
import org.quanzu.person.Counterparties;
import org.quanzu.person.Identities;
import org.quanzu.person.ProtectiveTransfers;
import org.quanzu.personcache.PersonCache;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Decision;
import org.quanzu.seal.KeyedHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins persons, scoring and the journal to one pipeline. */
@Configuration(proxyBeanMethods = false)
public class PipelineConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineConfiguration.class);
    private static final Duration STATISTICS = Duration.ofHours(24);
    private static final int MOST_DEALINGS = 1_000_000;

    @Bean
    ReceivingClock receivingClock(@Value("${quanzu.clock-tolerance:2m}") String tolerance) {
        return new ReceivingClock(DurationStyle.detectAndParse(tolerance));
    }

    @Bean
    EventScorer eventScorer(
            RuleSets ruleSets,
            Counterparties counterparties,
            ObjectProvider<ProtectiveTransfers> exceptions,
            EventStore history,
            KeyedHash hash,
            ReceivingClock receiving) {
        return new EventScorer(
                ruleSets,
                counterparties,
                exceptions.getIfAvailable(() -> ProtectiveTransfers.NONE),
                history,
                hash,
                receiving);
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
            Clock clock,
            ReceivingClock receiving) {
        recall(history, counterparties, clock.instant());
        RepeatedEvents repeats = new RepeatedEvents(history);
        return new Pipeline(
                identities,
                persons,
                new EventRecorder(scorer, repeats, journal, persons, counterparties, new AssessmentMetrics(meters)),
                repeats,
                new TransactionOwners(history),
                new EventLookup(history),
                new LastKnownAnswers(identities, persons, new DegradedAnswers(ruleSets, degradedDecision), clock),
                clock,
                receiving);
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
}

package org.quanzu.assessment.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts assessments by level, family and decision, hits by rule and notes by code, and times them until durable. */
final class AssessmentMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(AssessmentMetrics.class);

    private final MeterRegistry meters;
    private final Timer latency;
    private final Map<Verdict, Counter> assessments = new ConcurrentHashMap<>();
    private final Map<String, Counter> hits = new ConcurrentHashMap<>();
    private final Map<String, Counter> notes = new ConcurrentHashMap<>();

    private record Verdict(String level, String family, String decision) {}

    AssessmentMetrics(MeterRegistry meters) {
        this.meters = meters;
        latency = Timer.builder("quanzu.assessment.latency")
                .description("from the event taken to its answer being durable")
                .publishPercentileHistogram()
                .register(meters);
    }

    void count(Assessment assessment, long tookNanos) {
        latency.record(tookNanos, TimeUnit.NANOSECONDS);
        Verdict verdict = new Verdict(
                assessment.level(),
                Objects.requireNonNullElse(assessment.family(), "none"),
                assessment.decision().name());
        assessments.computeIfAbsent(verdict, this::counter).increment();
        for (Reason reason : assessment.reasons()) {
            hits.computeIfAbsent(reason.rule(), rule -> meters.counter("quanzu.rule.hits", "rule", rule))
                    .increment();
        }
        for (String note : assessment.notes()) {
            notes.computeIfAbsent(note, code -> meters.counter("quanzu.assessment.notes", "note", code))
                    .increment();
        }
        LOG.debug(
                "Assessment {} of person {}: {} {}",
                assessment.assessmentId(),
                assessment.personId(),
                assessment.level(),
                assessment.score());
    }

    private Counter counter(Verdict verdict) {
        return meters.counter(
                "quanzu.assessments",
                "level",
                verdict.level(),
                "family",
                verdict.family(),
                "decision",
                verdict.decision());
    }
}

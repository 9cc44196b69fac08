package org.quanzu.api.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.quanzu.event.Event;
import org.quanzu.eventjson.Fault;
import org.quanzu.problem.Problem;

/**
 * Counts events by what became of them at the door: repeated, answered in haste, refused and by which field; and how old or
 * how far ahead they were, by source. Tags are bounded: at most {@value #MOST_SOURCES} sources, and fields the API knows.
 */
public final class EventMetrics {
    private static final int MOST_SOURCES = 50;
    private static final double MILLIS = 1000;
    private static final double[] DELAYS = {1, 10, 60, 300, 3_600, 21_600, 86_400, 259_200};
    private static final double[] AHEAD = {1, 10, 60, 120, 600, 3_600, 86_400};

    private final MeterRegistry meters;
    private final Clock clock;
    private final Set<String> fields;
    private final BoundedTag sources = new BoundedTag(MOST_SOURCES);
    private final Map<String, OfSource> bySource = new ConcurrentHashMap<>();

    /** What is counted of one source; all of it from its first event on, so that rates begin at zero. */
    private record OfSource(
            DistributionSummary delay, DistributionSummary ahead, Counter repeated, Counter degraded) {}

    /** {@code fields} are the names of the fields that requests may have. */
    public EventMetrics(MeterRegistry meters, Clock clock, Set<String> fields) {
        this.meters = meters;
        this.clock = clock;
        this.fields = Set.copyOf(fields);
    }

    public void received(Event event) {
        long late = clock.millis() - event.occurredAt().toInstant().toEpochMilli();
        if (late >= 0) {
            sourceOf(event).delay().record(late / MILLIS);
        } else {
            sourceOf(event).ahead().record(-late / MILLIS);
        }
    }

    private OfSource sourceOf(Event event) {
        return bySource.computeIfAbsent(
                sources.of(event.header().source()),
                source -> new OfSource(
                        summary("quanzu.event.delay", "how long after its time an event came", source, DELAYS),
                        summary("quanzu.event.ahead", "how far an event was ahead of this clock", source, AHEAD),
                        meters.counter("quanzu.events.repeated", "source", source),
                        meters.counter("quanzu.events.degraded", "source", source)));
    }

    private DistributionSummary summary(String name, String description, String source, double... buckets) {
        return DistributionSummary.builder(name)
                .description(description)
                .baseUnit("seconds")
                .serviceLevelObjectives(buckets)
                .tag("source", source)
                .register(meters);
    }

    /** An event that had been answered before got its first answer again. */
    public void repeated(Event event) {
        sourceOf(event).repeated().increment();
    }

    /** An event was answered from what was known, before it was on disk. */
    public void degraded(Event event) {
        sourceOf(event).degraded().increment();
    }

    /** A request or a line of a batch was refused. */
    public void refused(Problem problem) {
        Set<String> names =
                problem.errors().stream().map(this::field).collect(Collectors.toSet());
        for (String field : names.isEmpty() ? Set.of("none") : names) {
            meters.counter("quanzu.requests.refused", "problem", kind(problem), "field", field)
                    .increment();
        }
    }

    private static String kind(Problem problem) {
        return problem.type().substring(problem.type().lastIndexOf(':') + 1);
    }

    /** The field without positions in arrays, such as {@code counterparty.account}. */
    private String field(Fault fault) {
        List<String> names = List.of(fault.pointer().split("/")).stream()
                .filter(name -> !name.isEmpty() && !Character.isDigit(name.charAt(0)))
                .toList();
        return names.isEmpty() || !fields.containsAll(names) ? BoundedTag.OTHER : String.join(".", names);
    }
}

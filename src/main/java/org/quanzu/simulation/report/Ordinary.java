package org.quanzu.simulation.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanzu.simulation.run.Share;

/**
 * How much those are bothered whom no scam reaches: {@code warnings} at each level (by code; not above), {@code precision}: the
 * share of warnings at that level that are of scams at real prevalence, {@code holds}: payments held.
 */
public record Ordinary(
        long personDays,
        Map<String, Rate> warnings,
        Rate acting,
        Rate telling,
        Map<String, Precision> precision,
        long holds,
        List<PersonaLine> personas) {

    public Ordinary {
        warnings = Collections.unmodifiableMap(new LinkedHashMap<>(warnings));
        precision = Collections.unmodifiableMap(new LinkedHashMap<>(precision));
        personas = List.copyOf(personas);
    }

    /**
     * False alarms of people with a persona; {@code name} is null for everyday life. {@code warned}: of those whom it happens to,
     * who got a warning around it; {@code telling}, {@code acting}: warnings from those levels on; {@code holds}: payments held.
     */
    public record PersonaLine(
            @Nullable String name,
            int number,
            String en,
            String zh,
            Share warned,
            long telling,
            long acting,
            long holds) {}
}

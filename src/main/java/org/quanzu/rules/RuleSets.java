package org.quanzu.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanzu.scoring.RuleSet;

/** The rule set in service and those before it. */
public interface RuleSets {

    /** The rule set in service; the same object until another one is published. */
    RuleSet current();

    /** The text of a file of the rule set in service, by its path; empty where none is kept. */
    default Optional<String> text(String path) {
        return Optional.empty();
    }

    /** The rules of the set in service that could not be evaluated on some facts, by id. */
    default List<RuleFault> faults() {
        return List.of();
    }

    /** Every published version, latest first. */
    List<Version> versions();

    /** A published version: who published it, when, and since when it serves. */
    record Version(
            String version,
            int rules,
            String publishedBy,
            Instant publishedAt,
            Instant servingSince,
            boolean current) {}
}

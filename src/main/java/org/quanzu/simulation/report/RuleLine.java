package org.quanzu.simulation.report;

/**
 * What a rule did: the scams it matched in before their main loss, those of them whose first acting warning needed it; days of
 * ordinary persons, warnings of ordinary persons that needed it per thousand person-days (its cost), and its precision at real
 * prevalence.
 */
public record RuleLine(
        String rule,
        String name,
        String family,
        String status,
        int points,
        int episodes,
        int unique,
        int ordinaryDays,
        Rate cost,
        Precision precision) {}

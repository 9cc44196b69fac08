package org.quanzu.simulation.run;

/**
 * How often one rule matched: in how many scam episodes before their main loss, and on how many days of ordinary persons
 * (a person and a day count once).
 */
public record RuleTally(String rule, int episodes, int ordinaryDays) {}

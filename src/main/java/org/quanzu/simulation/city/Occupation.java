package org.quanzu.simulation.city;

import org.quanzu.simulation.script.Quantity;

/** What people do: from which age to which, their income of a month in CNY, and the share of women. */
public record Occupation(String name, double weight, int youngest, int oldest, Quantity income, double female) {}

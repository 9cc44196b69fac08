package org.quanzu.simulation.population;

import org.quanzu.fact.Attributes;

/**
 * A person as the city made it: {@code income} of a month in CNY; {@code household}: how many others live there;
 * {@code asks}: the bank asks before it carries a payment out; {@code device}: it sees the device; {@code live}: the telephone
 * company tells calls while they last; {@code told}: what the system knows of own and household accounts.
 */
public record Inhabitant(
        Resident resident, double income, int household, boolean asks, boolean device, boolean live, Attributes told) {}

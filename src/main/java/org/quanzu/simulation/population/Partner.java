package org.quanzu.simulation.population;

import org.jspecify.annotations.Nullable;
import org.quanzu.event.Counterparty;

/**
 * Who plays a role: an account (null for cash), a number and an app. {@code shared}: others in the city deal with the same
 * one; {@code trusted}: the account is on the list of trusted payees.
 */
public record Partner(
        @Nullable String account,
        Counterparty.Kind kind,
        String number,
        String app,
        boolean shared,
        boolean trusted,
        boolean criminal) {}

package org.quanzu.simulation.script;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Counterparty;
import org.quanzu.watchlist.NumberKind;

/**
 * Somebody else in a script: with an account, a number or apps, or several of them. {@code scope}: how long it is the same
 * one, out of {@code count}; {@code trusted}: the chance that the account is on the list of trusted payees.
 */
public record Role(
        String name,
        @Nullable Weights<Counterparty.Kind> account,
        @Nullable Weights<NumberKind> number,
        List<String> apps,
        Scope scope,
        int count,
        double trusted,
        boolean criminal) {

    public Role {
        apps = List.copyOf(apps);
    }

    /** How long a role is played by the same one. */
    public enum Scope {
        /** Until the script ends. */
        ONCE,
        /** By one of those the person always deals with. */
        PERSON,
        /** By one of those the whole city shares. */
        CITY
    }
}

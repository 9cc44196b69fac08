package org.quanzu.scoring;

import org.jspecify.annotations.Nullable;

/** What a rule file says about its rule, all but the conditions. {@code decisive} is the code of its floor level. */
public record Rule(
        String id,
        String name,
        String family,
        Status status,
        int points,
        Evidence evidence,
        @Nullable String decisive,
        @Nullable Stage stage,
        Text reason,
        String ordinary,
        String file) {

    public boolean live() {
        return status == Status.LIVE;
    }

    /** The same rule with other points. */
    public Rule withPoints(int otherPoints) {
        return new Rule(id, name, family, status, otherPoints, evidence, decisive, stage, reason, ordinary, file);
    }

    public boolean ofOrdinaryLife() {
        return family.equals(Family.ORDINARY);
    }

    /** The ladder a rule climbs: evaluated and reported only, then counted, then no longer evaluated. */
    public enum Status {
        EXPERIMENTAL,
        LIVE,
        RETIRED
    }

    /** How far a scam has come, least first. */
    public enum Stage {
        CONTACT,
        STEERING,
        PAYING
    }
}

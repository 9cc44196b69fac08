package org.quanzu.desk.precision;

import org.jspecify.annotations.Nullable;
import org.quanzu.desk.label.Verdict;

/** Episodes by what they turned out to be; {@code open}: nobody has told yet. */
public record Tally(int scams, int ordinary, int unknown, int open) {
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    /** So many episodes of one verdict; null is none yet. */
    public static Tally of(@Nullable Verdict verdict, int episodes) {
        if (verdict == null) {
            return new Tally(0, 0, 0, episodes);
        }
        return switch (verdict) {
            case SCAM -> new Tally(episodes, 0, 0, 0);
            case ORDINARY -> new Tally(0, episodes, 0, 0);
            case UNKNOWN -> new Tally(0, 0, episodes, 0);
        };
    }

    public Tally plus(Tally more) {
        return new Tally(scams + more.scams, ordinary + more.ordinary, unknown + more.unknown, open + more.open);
    }

    public int all() {
        return labelled() + open;
    }

    public int labelled() {
        return known() + unknown;
    }

    public int known() {
        return scams + ordinary;
    }

    /** The share of scams among what is known; null when that is too little to tell. */
    public @Nullable Precision precision() {
        return Precision.of(scams, known());
    }

    /** The share of what was ordinary: what a rule of ordinary life is right about. */
    public @Nullable Precision calm() {
        return Precision.of(ordinary, known());
    }
}

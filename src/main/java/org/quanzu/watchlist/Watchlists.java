package org.quanzu.watchlist;

/** All lists together, as one version of the rule files has them. */
public record Watchlists(
        Watchlist accounts, Watchlist numbers, Watchlist apps, Watchlist trustedPayees, NumberPlan numberPlan) {
    public static final Watchlists EMPTY =
            new Watchlists(Watchlist.EMPTY, Watchlist.EMPTY, Watchlist.EMPTY, Watchlist.EMPTY, NumberPlan.EMPTY);
}

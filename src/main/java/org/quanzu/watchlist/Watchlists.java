package org.quanzu.watchlist;

/** All lists together, as one version of the rule files has them. */
public record Watchlists(
        Watchlist accounts,
        Watchlist numbers,
        Watchlist apps,
        Watchlist trustedPayees,
        NumberPlan numberPlan,
        ExchangeRates rates) {
    public static final Watchlists EMPTY = new Watchlists(
            Watchlist.EMPTY, Watchlist.EMPTY, Watchlist.EMPTY, Watchlist.EMPTY, NumberPlan.EMPTY, ExchangeRates.NONE);

    /** The same lists with other trusted payees. */
    public Watchlists withTrustedPayees(Watchlist payees) {
        return new Watchlists(accounts, numbers, apps, payees, numberPlan, rates);
    }

    /** The same lists for a house that counts in {@code currency}. */
    public Watchlists in(String currency) {
        return rates.isHome(currency)
                ? this
                : new Watchlists(accounts, numbers, apps, trustedPayees, numberPlan, rates.in(currency));
    }
}

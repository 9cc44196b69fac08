package org.quanzu.fact;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Counterparty.Kind;
import org.quanzu.watchlist.Listing;
import org.quanzu.watchlist.Watchlists;

/** The other side of a payment as known when the payment happened. Without an account nothing is known of dealings. */
public final class Party {
    private static final int FAMILIAR_TIMES = 3;
    private static final int FAMILIAR_DAYS = 14;
    private static final int OWN = 1;
    private static final int HOUSEHOLD = 2;
    private static final int TRUSTED = 4;
    private static final int VERIFIED = 8;

    private final @Nullable String account;
    private final @Nullable Kind kind;
    private final Acquaintance before;
    private final @Nullable Listing listing;
    private final @Nullable Integer otherPayers;
    private final int daysKnown;
    private final int flags;

    private Party(
            @Nullable String account,
            @Nullable Kind kind,
            Acquaintance before,
            @Nullable Listing listing,
            @Nullable Integer otherPayers,
            int daysKnown,
            int flags) {
        this.account = account;
        this.kind = kind;
        this.before = before;
        this.listing = listing;
        this.otherPayers = otherPayers;
        this.daysKnown = daysKnown;
        this.flags = flags;
    }

    public static Party of(
            @Nullable String account,
            @Nullable Kind kind,
            long at,
            Acquaintance before,
            @Nullable Integer otherPayers,
            Attributes attributes,
            Watchlists lists) {
        Instant time = Instant.ofEpochMilli(at);
        int flags = 0;
        if (account != null) {
            flags |= attributes.ownAccounts().contains(account) ? OWN : 0;
            flags |= attributes.householdAccounts().contains(account) ? HOUSEHOLD : 0;
            flags |= lists.trustedPayees().find(account, time) != null ? TRUSTED : 0;
            Long verifiedUntil = attributes.verifiedPayees().get(account);
            flags |= verifiedUntil != null && at < verifiedUntil ? VERIFIED : 0;
        }
        Listing listing = lists.accounts().find(account, time);
        return new Party(account, kind, before, listing, otherPayers, before.daysKnown(at), flags);
    }

    private @Nullable Boolean whenKnown(boolean value) {
        return account == null ? null : (Boolean) value;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    public @Nullable Kind kind() {
        return kind;
    }

    @Word("the account itself; only to compare two facts")
    public @Nullable String getAccount() {
        return account;
    }

    @Word("a private person's account")
    public boolean isPersonal() {
        return kind == Kind.PERSONAL;
    }

    @Word("a company's or an institution's account")
    public boolean isCorporate() {
        return kind == Kind.CORPORATE;
    }

    @Word("a merchant's account")
    public boolean isMerchant() {
        return kind == Kind.MERCHANT;
    }

    @Word("the person's own account elsewhere")
    public boolean isOwn() {
        return kind == Kind.OWN || has(OWN);
    }

    @Word("cash")
    public boolean isCash() {
        return kind == Kind.CASH;
    }

    @Word("own, household, or dealt with at least 3 times since at least 14 days before")
    public @Nullable Boolean getFamiliar() {
        if (isOwn()) {
            return true;
        }
        return whenKnown(has(HOUSEHOLD) || before.times() >= FAMILIAR_TIMES && daysKnown >= FAMILIAR_DAYS);
    }

    @Word("earlier payments either way")
    public @Nullable Integer getTimesBefore() {
        return account == null ? null : (Integer) before.times();
    }

    @Word("earlier payments to it")
    public @Nullable Integer getTimesPaidBefore() {
        return account == null ? null : (Integer) before.out();
    }

    @Word("earlier payments from it")
    public @Nullable Integer getTimesReceivedBefore() {
        return account == null ? null : (Integer) before.in();
    }

    @Word("whole days since the first payment either way; 0 when new")
    public @Nullable Integer getDaysKnown() {
        return account == null ? null : (Integer) daysKnown;
    }

    @Word("sum sent to it before")
    public @Nullable BigDecimal getPaidBefore() {
        return account == null ? null : Units.toDecimal(before.paidUnits());
    }

    @Word("sum received from it before")
    public @Nullable BigDecimal getReceivedBefore() {
        return account == null ? null : Units.toDecimal(before.receivedUnits());
    }

    @Word("mean of the earlier payments either way whose worth is known")
    public @Nullable BigDecimal getUsualAmount() {
        return before.priced() == 0 ? null : Units.toDecimal(before.usualUnits());
    }

    @Word("the amount of the last payment either way")
    public @Nullable BigDecimal getLastAmount() {
        return before.times() == 0 || before.lastUnits() == Units.UNKNOWN ? null : Units.toDecimal(before.lastUnits());
    }

    @Word("on lists/accounts.csv, valid then")
    public @Nullable Boolean getListed() {
        return whenKnown(listing != null);
    }

    @Word(
            value = "how well the listing is proven: CONFIRMED, REPORTED or SUSPECTED",
            example = "grade == \"CONFIRMED\"")
    public @Nullable String getGrade() {
        return listing == null ? null : listing.grade();
    }

    @Word("on lists/trusted_payees.csv, valid then: licensed lenders, hospitals, schools, utilities")
    public @Nullable Boolean getTrusted() {
        return whenKnown(has(TRUSTED));
    }

    @Word("an account of the person's registered household")
    public @Nullable Boolean getHousehold() {
        return whenKnown(has(HOUSEHOLD));
    }

    @Word("a human verified this payee as genuine for this person, and that still holds")
    public @Nullable Boolean getVerified() {
        return whenKnown(has(VERIFIED));
    }

    @Word("other persons who newly paid this account in the 24 hours before")
    public @Nullable Integer getOtherPayers() {
        return otherPayers;
    }
}

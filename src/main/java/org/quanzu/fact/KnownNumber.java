package org.quanzu.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanzu.watchlist.Listing;
import org.quanzu.watchlist.NumberKind;
import org.quanzu.watchlist.PhoneNumber;
import org.quanzu.watchlist.Watchlists;

/** The other number of a call or message as known when it happened. A hidden number is never familiar. */
public final class KnownNumber {
    private static final int FAMILIAR_TIMES = 3;
    private static final int FAMILIAR_DAYS = 7;

    private final PhoneNumber number;
    private final int timesBefore;
    private final int daysKnown;
    private final boolean household;
    private final @Nullable Listing listing;
    private final @Nullable Integer otherPeople;
    private final int laterGone;

    private KnownNumber(
            PhoneNumber number,
            int timesBefore,
            int daysKnown,
            boolean household,
            @Nullable Listing listing,
            @Nullable Integer otherPeople,
            int laterGone) {
        this.number = number;
        this.timesBefore = timesBefore;
        this.daysKnown = daysKnown;
        this.household = household;
        this.listing = listing;
        this.otherPeople = otherPeople;
        this.laterGone = laterGone;
    }

    /** A number of which nothing is known yet. */
    public static KnownNumber of(PhoneNumber number, @Nullable Integer otherPeople) {
        return new KnownNumber(number, 0, 0, false, null, otherPeople, 0);
    }

    public static KnownNumber of(
            PhoneNumber number,
            long at,
            Acquaintance before,
            @Nullable Integer otherPeople,
            Attributes attributes,
            Watchlists lists) {
        return of(number, otherPeople).known(at, before, attributes, lists);
    }

    /** The same number with what is known of it at {@code at}; {@code before} may have dealings that {@link #laterGone}. */
    public KnownNumber known(long at, Acquaintance before, Attributes attributes, Watchlists lists) {
        int times = Math.max(0, before.times() - laterGone);
        return new KnownNumber(
                number,
                times,
                times == 0 ? 0 : before.daysKnown(at),
                attributes.householdNumbers().contains(number.value()),
                lists.numbers().find(number.value(), Instant.ofEpochMilli(at)),
                otherPeople,
                laterGone);
    }

    /** The same, read by another number plan. */
    public KnownNumber as(PhoneNumber read) {
        return new KnownNumber(read, timesBefore, daysKnown, household, listing, otherPeople, laterGone);
    }

    /** The same after {@code more} later dealings went into the summary of the past, where they look like earlier ones. */
    public KnownNumber withLaterGone(int more) {
        return new KnownNumber(number, timesBefore, daysKnown, household, listing, otherPeople, laterGone + more);
    }

    /** How many dealings after this one the summary of the past has. */
    public int laterGone() {
        return laterGone;
    }

    public PhoneNumber number() {
        return number;
    }

    @Word(value = "the kind of number", oneOf = NumberKind.class, example = "kind == \"OVERSEAS\"")
    public String getKind() {
        return number.kind().name();
    }

    @Word("dialled with a foreign country code")
    public boolean isOverseas() {
        return number.kind() == NumberKind.OVERSEAS;
    }

    @Word("of a virtual operator (prefixes in lists/number_kinds.csv)")
    public boolean isVirtualOperator() {
        return number.kind() == NumberKind.VIRTUAL_OPERATOR;
    }

    @Word("a 95 service number")
    public boolean isService95() {
        return number.kind() == NumberKind.SERVICE_95;
    }

    @Word("a 400 service number")
    public boolean isService400() {
        return number.kind() == NumberKind.SERVICE_400;
    }

    @Word("a whole official code, such as the anti-fraud line, also after an area code")
    public boolean isOfficial() {
        return number.kind() == NumberKind.OFFICIAL;
    }

    @Word(
            "an official code that exists only at home, written as a foreign number (+86110, 0095588): a forged caller id")
    public boolean isForgedOfficial() {
        return number.forgedOfficial();
    }

    @Word("a fixed line")
    public boolean isLandline() {
        return number.kind() == NumberKind.LANDLINE;
    }

    @Word("an ordinary mobile number")
    public boolean isMobile() {
        return number.kind() == NumberKind.MOBILE;
    }

    @Word("withheld, empty, or not a number one could dial")
    public boolean isHidden() {
        return number.kind() == NumberKind.HIDDEN;
    }

    @Word("of the household, or met at least 3 times since at least 7 days before")
    public @Nullable Boolean getFamiliar() {
        return household || timesBefore >= FAMILIAR_TIMES && daysKnown >= FAMILIAR_DAYS;
    }

    @Word("earlier calls and messages with it, either way")
    public int getTimesBefore() {
        return timesBefore;
    }

    @Word("whole days since it was first seen; 0 when new")
    public int getDaysKnown() {
        return daysKnown;
    }

    @Word("a number of the person's registered household")
    public boolean isHousehold() {
        return household;
    }

    @Word("on lists/numbers.csv, valid then")
    public boolean isListed() {
        return listing != null;
    }

    @Word(
            value = "how well the listing is proven: CONFIRMED, REPORTED or SUSPECTED",
            example = "grade == \"CONFIRMED\"")
    public @Nullable String getGrade() {
        return listing == null ? null : listing.grade();
    }

    @Word("other persons called by it in the 24 hours before")
    public @Nullable Integer getOtherPeople() {
        return otherPeople;
    }

    @Word("the number itself; only to compare two facts")
    public @Nullable String getValue() {
        return number.kind() == NumberKind.HIDDEN && number.value().isEmpty() ? null : number.value();
    }
}

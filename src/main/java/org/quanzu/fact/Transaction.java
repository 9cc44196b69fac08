package org.quanzu.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Direction;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Channel;
import org.quanzu.event.TransactionEvent.Purpose;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.watchlist.ExchangeRates;

/** A payment of or to the person, with what became of it so far. */
public final class Transaction extends Fact {
    private final Told told;
    private final Status status;
    private final long statusMillis;
    private final boolean completionTold;
    private final long returnedUnits;
    private final boolean repeated;
    private final long units;
    private final long balanceUnits;
    private final Party party;
    private final double timesUsual;
    private final double timesLargest;

    /** What the source said, which stays as it was; money in its own currency. */
    private record Told(
            boolean outgoing,
            long units,
            String currency,
            @Nullable Purpose purpose,
            @Nullable Channel channel,
            @Nullable String memo,
            long balanceUnits,
            Session session) {}

    private Transaction(
            TransactionEvent event, long atMillis, ZoneId zone, Party party, Habits habits, ExchangeRates rates) {
        super(event.header(), atMillis, zone);
        told = new Told(
                event.direction() == Direction.OUT,
                Units.of(event.amount()),
                event.currency(),
                event.purpose(),
                event.channel(),
                event.memoForm(),
                event.balanceBefore() == null ? Units.UNKNOWN : Units.of(event.balanceBefore()),
                event.session());
        status = event.status();
        statusMillis = status == Status.ATTEMPTED ? Long.MIN_VALUE : atMillis;
        completionTold = false;
        returnedUnits = 0;
        repeated = false;
        units = atHome(told.units(), rates);
        balanceUnits = atHome(told.balanceUnits(), rates);
        this.party = party;
        timesUsual = habits.timesUsual(units);
        timesLargest = habits.timesLargest(units);
    }

    private Transaction(Transaction before, Around around, ExchangeRates rates) {
        super(before.eventId(), before.source(), before.getStartMillis(), around.zone());
        Habits habits = around.before();
        told = before.told;
        status = before.status;
        statusMillis = before.statusMillis;
        completionTold = before.completionTold;
        returnedUnits = before.returnedUnits;
        repeated = around.repeated();
        units = atHome(told.units(), rates);
        balanceUnits = atHome(told.balanceUnits(), rates);
        party = around.party();
        timesUsual = habits.timesUsual(units);
        timesLargest = habits.timesLargest(units);
    }

    private Transaction(Transaction before, Fate fate) {
        super(before.eventId(), before.source(), before.getStartMillis(), before.zone());
        told = before.told;
        units = before.units;
        balanceUnits = before.balanceUnits;
        party = before.party;
        timesUsual = before.timesUsual;
        timesLargest = before.timesLargest;
        repeated = before.repeated;
        status = fate.status();
        statusMillis = fate.sinceMillis();
        completionTold = fate.completionTold();
        returnedUnits = fate.returnedUnits();
    }

    /** What is known around a payment: the other side, earlier payments, the zone, whether another id tells of it. */
    public record Around(Party party, Habits before, ZoneId zone, boolean repeated) {}

    /**
     * What became of a payment: its status and since when, whether it was ever reported as COMPLETED after it was told, and
     * what came back in parts, in its own currency (ten-thousandths).
     */
    public record Fate(Status status, long sinceMillis, boolean completionTold, long returnedUnits) {}

    public static Transaction of(
            TransactionEvent event, long atMillis, ZoneId zone, Party party, Habits habits, ExchangeRates rates) {
        return new Transaction(event, atMillis, zone, party, habits, rates);
    }

    /**
     * This payment after it became {@code became} at {@code atMillis}. The latest status counts, whenever it arrives; of two
     * at the same time the more final one. ATTEMPTED is the first of any payment and undoes nothing.
     */
    public Transaction with(Status became, long atMillis) {
        boolean later = atMillis != statusMillis ? atMillis > statusMillis : became.compareTo(status) > 0;
        boolean told = completionTold || became == Status.COMPLETED;
        return became != Status.ATTEMPTED && later
                ? new Transaction(this, new Fate(became, atMillis, told, returnedUnits))
                : new Transaction(this, new Fate(status, statusMillis, told, returnedUnits));
    }

    /** This payment after a part of it came back; all parts together are never more than the amount. */
    public Transaction withPartReturned(BigDecimal part) {
        long returned = Units.plus(returnedUnits, Units.of(part));
        return new Transaction(this, new Fate(status, statusMillis, completionTold, returned));
    }

    /** This payment as it was kept. */
    public Transaction as(Fate kept) {
        return new Transaction(this, kept);
    }

    public Fate fate() {
        return new Fate(status, statusMillis, completionTold, returnedUnits);
    }

    /** The same payment with what is known around it. */
    public Transaction with(Around known, ExchangeRates rates) {
        return new Transaction(this, known, rates);
    }

    /** Whether its source reported it as COMPLETED after it was told. */
    public boolean completionTold() {
        return completionTold;
    }

    /** Whether another id tells of the same payment, which counts in its place. */
    public boolean isRepeated() {
        return repeated;
    }

    /** Whether the other one is of the same amount, direction and known account. */
    public boolean isSameMoney(Transaction other) {
        return told.outgoing() == other.told.outgoing()
                && told.units() == other.told.units()
                && told.currency().equals(other.told.currency())
                && party.getAccount() != null
                && party.getAccount().equals(other.party.getAccount());
    }

    /** What has not come back, in the home currency; null where its worth is unknown. */
    public @Nullable BigDecimal amountLeft() {
        BigDecimal amount = getAmount();
        if (amount == null || returnedUnits == 0) {
            return amount;
        }
        return amount.multiply(originalAmountLeft()).divide(getOriginalAmount(), 2, RoundingMode.HALF_UP);
    }

    /** What has not come back in parts, in the currency it was paid in. */
    public BigDecimal originalAmountLeft() {
        return Units.toDecimal(Math.max(0, told.units() - returnedUnits));
    }

    private long atHome(long money, ExchangeRates rates) {
        if (money == Units.UNKNOWN || rates.isHome(told.currency())) {
            return money;
        }
        BigDecimal home = rates.toHome(Units.toDecimal(money), told.currency(), start());
        return home == null ? Units.UNKNOWN : Units.of(home);
    }

    /** The amount in the home currency, or {@link Units#UNKNOWN} where its currency has no rate. */
    public long units() {
        return units;
    }

    public Party party() {
        return party;
    }

    /** Whether the bank's app reported anything about the session. */
    public boolean sessionKnown() {
        return told.session().known();
    }

    @Word("the person pays")
    public boolean isOutgoing() {
        return told.outgoing();
    }

    @Word("the person is paid")
    public boolean isIncoming() {
        return !told.outgoing();
    }

    @Word(
            value = "the amount in the home currency; unknown where its currency has no exchange rate",
            example = "amount >= 500")
    public @Nullable BigDecimal getAmount() {
        return units == Units.UNKNOWN ? null : Units.toDecimal(units);
    }

    @Word(value = "the ISO 4217 code of the currency it was paid in", example = "currency == \"CNY\"")
    public String getCurrency() {
        return told.currency();
    }

    /** Amount and currency as paid, like 170000 JPY, where that is another currency than the home currency; else null. */
    public @Nullable String foreign() {
        return units == told.units() ? null : Money.of(getOriginalAmount(), told.currency());
    }

    @Word("the exact amount in the currency it was paid in")
    public BigDecimal getOriginalAmount() {
        return Units.toDecimal(told.units());
    }

    @Word(value = "the other side of a payment; reads well for one going out", example = "!payee.familiar")
    public Party getPayee() {
        return party;
    }

    @Word(value = "the same other side; reads well for money coming in", example = "payer.personal")
    public Party getPayer() {
        return party;
    }

    @Word(value = "what the money is for", oneOf = Purpose.class, example = "purpose == \"LOAN_DRAWDOWN\"")
    public @Nullable String getPurpose() {
        return told.purpose() == null ? null : told.purpose().name();
    }

    @Word(value = "where it was entered", oneOf = Channel.class)
    public @Nullable String getChannel() {
        return told.channel() == null ? null : told.channel().name();
    }

    @Word(value = "what became of it so far", oneOf = Status.class)
    public String getStatus() {
        return isReturned() ? Status.RETURNED.name() : status.name();
    }

    @Word("entered, not yet carried out as far as known")
    public boolean isAttempted() {
        return status == Status.ATTEMPTED;
    }

    @Word("carried out")
    public boolean isCompleted() {
        return status == Status.COMPLETED && !isReturned();
    }

    @Word("refused; the money is still there")
    public boolean isFailed() {
        return status == Status.FAILED;
    }

    @Word("given back; the money is there again")
    public boolean isReturned() {
        return status == Status.RETURNED || returnedUnits >= told.units();
    }

    @Word(
            value = "what the payer wrote; traditional characters and blanks between ideographs make no difference",
            form = Word.Form.WORDS,
            example = "memo matches \".*deposit.*\"")
    public @Nullable String getMemo() {
        return told.memo();
    }

    /** The balance as the source told it, in the currency of the payment. */
    public @Nullable BigDecimal originalBalance() {
        return told.balanceUnits() == Units.UNKNOWN ? null : Units.toDecimal(told.balanceUnits());
    }

    @Word("the balance before the payment, in the home currency")
    public @Nullable BigDecimal getBalanceBefore() {
        return balanceUnits == Units.UNKNOWN ? null : Units.toDecimal(balanceUnits);
    }

    @Word(value = "the amount as a share of the balance before", example = "shareOfBalance >= 0.8")
    public @Nullable Double getShareOfBalance() {
        return balanceUnits <= 0 || units == Units.UNKNOWN ? null : (Double) ((double) units / balanceUnits);
    }

    @Word(value = "the amount as a multiple of the person's usual outgoing payment", example = "timesUsual >= 10")
    public @Nullable Double getTimesUsual() {
        return Double.isNaN(timesUsual) ? null : (Double) timesUsual;
    }

    @Word("the amount as a multiple of the person's largest earlier outgoing payment")
    public @Nullable Double getTimesLargest() {
        return Double.isNaN(timesLargest) ? null : (Double) timesLargest;
    }

    @Word("the screen was shared while it was entered")
    public @Nullable Boolean getScreenShared() {
        return told.session().screenShared();
    }

    @Word("the device was remotely controlled while it was entered")
    public @Nullable Boolean getRemoteControlled() {
        return told.session().remoteControlled();
    }

    @Word("a call was going on while it was entered, as the bank's app saw")
    public @Nullable Boolean getCallActive() {
        return told.session().callActive();
    }
}

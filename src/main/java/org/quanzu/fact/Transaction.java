package org.quanzu.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Channel;
import org.quanzu.event.TransactionEvent.Purpose;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.watchlist.ExchangeRates;

/** A payment of or to the person, with what became of it so far. */
public final class Transaction extends Fact {
    private final PaymentDetails sent;
    private final PaymentStatus status;
    private final boolean repeated;
    private final long units;
    private final long balanceUnits;
    private final Party party;
    private final double timesUsual;
    private final double timesLargest;

    private Transaction(
            TransactionEvent event, long atMillis, ZoneId zone, Party party, Habits habits, ExchangeRates rates) {
        super(event.header(), atMillis, zone);
        sent = PaymentDetails.of(event);
        status = PaymentStatus.first(event.status(), atMillis);
        repeated = false;
        units = sent.unitsAtHome(rates, start());
        balanceUnits = sent.balanceUnitsAtHome(rates, start());
        this.party = party;
        timesUsual = habits.timesUsual(units);
        timesLargest = habits.timesLargest(units);
    }

    private Transaction(Transaction before, Around around, ExchangeRates rates) {
        super(before.eventId(), before.source(), before.getStartMillis(), around.zone());
        Habits habits = around.before();
        sent = before.sent;
        status = before.status;
        repeated = around.repeated();
        units = sent.unitsAtHome(rates, start());
        balanceUnits = sent.balanceUnitsAtHome(rates, start());
        party = around.party();
        timesUsual = habits.timesUsual(units);
        timesLargest = habits.timesLargest(units);
    }

    private Transaction(Transaction before, PaymentStatus status) {
        super(before.eventId(), before.source(), before.getStartMillis(), before.zone());
        sent = before.sent;
        units = before.units;
        balanceUnits = before.balanceUnits;
        party = before.party;
        timesUsual = before.timesUsual;
        timesLargest = before.timesLargest;
        repeated = before.repeated;
        this.status = status;
    }

    /** What is known around a payment: the other side, earlier payments, the zone, whether another id tells of it. */
    public record Around(Party party, Habits before, ZoneId zone, boolean repeated) {}

    public static Transaction of(
            TransactionEvent event, long atMillis, ZoneId zone, Party party, Habits habits, ExchangeRates rates) {
        return new Transaction(event, atMillis, zone, party, habits, rates);
    }

    /**
     * This payment after its status was reported as {@code reported} at {@code atMillis}. The latest status counts, whenever it
     * arrives; of two at the same time the more final one. ATTEMPTED is the first of any payment and undoes nothing.
     */
    public Transaction with(Status reported, long atMillis) {
        return new Transaction(this, status.with(reported, atMillis));
    }

    /** This payment after a part of it came back; all parts together are never more than the amount. */
    public Transaction withPartReturned(BigDecimal part) {
        return new Transaction(this, status.withPartReturned(part));
    }

    /** This payment as it was kept. */
    public Transaction as(PaymentStatus kept) {
        return new Transaction(this, kept);
    }

    /** What became of it so far. */
    public PaymentStatus paymentStatus() {
        return status;
    }

    /** The same payment with what is known around it. */
    public Transaction with(Around known, ExchangeRates rates) {
        return new Transaction(this, known, rates);
    }

    /** Whether its source reported it as COMPLETED after it was sent. */
    public boolean completionTold() {
        return status.completionTold();
    }

    /** Whether another id tells of the same payment, which counts in its place. */
    public boolean isRepeated() {
        return repeated;
    }

    /** Whether the other one is of the same amount, direction and known account. */
    public boolean isSameMoney(Transaction other) {
        return sent.isSameMoney(other.sent)
                && party.getAccount() != null
                && party.getAccount().equals(other.party.getAccount());
    }

    /** What has not come back, in the home currency; null where its worth is unknown. */
    public @Nullable BigDecimal amountLeft() {
        BigDecimal amount = getAmount();
        if (amount == null || status.returnedUnits() == 0) {
            return amount;
        }
        return amount.multiply(originalAmountLeft()).divide(getOriginalAmount(), 2, RoundingMode.HALF_UP);
    }

    /** What has not come back in parts, in the currency it was paid in. */
    public BigDecimal originalAmountLeft() {
        return Units.toDecimal(Math.max(0, sent.units() - status.returnedUnits()));
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
        return sent.session().known();
    }

    @Word("the person pays")
    public boolean isOutgoing() {
        return sent.outgoing();
    }

    @Word("the person is paid")
    public boolean isIncoming() {
        return !sent.outgoing();
    }

    @Word(
            value = "the amount in the home currency; unknown where its currency has no exchange rate",
            example = "amount >= 500")
    public @Nullable BigDecimal getAmount() {
        return units == Units.UNKNOWN ? null : Units.toDecimal(units);
    }

    @Word(value = "the ISO 4217 code of the currency it was paid in", example = "currency == \"CNY\"")
    public String getCurrency() {
        return sent.currency();
    }

    /** Amount and currency as paid, like 170000 JPY, where that is another currency than the home currency; else null. */
    public @Nullable String foreign() {
        return units == sent.units() ? null : Money.of(getOriginalAmount(), sent.currency());
    }

    @Word("the exact amount in the currency it was paid in")
    public BigDecimal getOriginalAmount() {
        return Units.toDecimal(sent.units());
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
        return sent.purpose() == null ? null : sent.purpose().name();
    }

    @Word(value = "where it was entered", oneOf = Channel.class)
    public @Nullable String getChannel() {
        return sent.channel() == null ? null : sent.channel().name();
    }

    @Word(value = "what became of it so far", oneOf = Status.class)
    public String getStatus() {
        return isReturned() ? Status.RETURNED.name() : status.status().name();
    }

    @Word("entered, not yet carried out as far as known")
    public boolean isAttempted() {
        return status.status() == Status.ATTEMPTED;
    }

    @Word("carried out")
    public boolean isCompleted() {
        return status.status() == Status.COMPLETED && !isReturned();
    }

    @Word("refused; the money is still there")
    public boolean isFailed() {
        return status.status() == Status.FAILED;
    }

    @Word("given back; the money is there again")
    public boolean isReturned() {
        return status.status() == Status.RETURNED || status.returnedUnits() >= sent.units();
    }

    @Word(
            value = "what the payer wrote; traditional characters and blanks between ideographs make no difference",
            form = Word.Form.WORDS,
            example = "memo matches \".*deposit.*\"")
    public @Nullable String getMemo() {
        return sent.memo();
    }

    /** The balance as the source told it, in the currency of the payment. */
    public @Nullable BigDecimal originalBalance() {
        return sent.balanceUnits() == Units.UNKNOWN ? null : Units.toDecimal(sent.balanceUnits());
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
        return sent.session().screenShared();
    }

    @Word("the device was remotely controlled while it was entered")
    public @Nullable Boolean getRemoteControlled() {
        return sent.session().remoteControlled();
    }

    @Word("a call was going on while it was entered, as the bank's app saw")
    public @Nullable Boolean getCallActive() {
        return sent.session().callActive();
    }
}

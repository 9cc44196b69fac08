package org.quanzu.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Direction;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Channel;
import org.quanzu.event.TransactionEvent.Purpose;
import org.quanzu.event.TransactionEvent.Status;

/** A payment of or to the person, with what became of it so far. */
public final class Transaction extends Fact {
    private static final long UNKNOWN = -1;

    private final boolean outgoing;
    private final long units;
    private final String currency;
    private final @Nullable Purpose purpose;
    private final @Nullable Channel channel;
    private final Status status;
    private final @Nullable String memo;
    private final long balanceUnits;
    private final Session session;
    private final Party party;
    private final double timesUsual;
    private final double timesLargest;

    private Transaction(TransactionEvent event, Party party, Habits habits) {
        super(event.header());
        outgoing = event.direction() == Direction.OUT;
        units = Units.of(event.amount());
        currency = event.currency();
        purpose = event.purpose();
        channel = event.channel();
        status = event.status();
        memo = event.memoForm();
        balanceUnits = event.balanceBefore() == null ? UNKNOWN : Units.of(event.balanceBefore());
        session = event.session();
        this.party = party;
        timesUsual = habits.timesUsual(units);
        timesLargest = habits.timesLargest(units);
    }

    private Transaction(Transaction before, Party party, Habits habits) {
        super(before.eventId(), before.source(), before.getStartMillis(), before.offsetSeconds());
        outgoing = before.outgoing;
        units = before.units;
        currency = before.currency;
        purpose = before.purpose;
        channel = before.channel;
        memo = before.memo;
        balanceUnits = before.balanceUnits;
        session = before.session;
        status = before.status;
        this.party = party;
        timesUsual = habits.timesUsual(units);
        timesLargest = habits.timesLargest(units);
    }

    private Transaction(Transaction before, Status status) {
        super(before.eventId(), before.source(), before.getStartMillis(), before.offsetSeconds());
        outgoing = before.outgoing;
        units = before.units;
        currency = before.currency;
        purpose = before.purpose;
        channel = before.channel;
        memo = before.memo;
        balanceUnits = before.balanceUnits;
        session = before.session;
        party = before.party;
        timesUsual = before.timesUsual;
        timesLargest = before.timesLargest;
        this.status = status;
    }

    public static Transaction of(TransactionEvent event, Party party, Habits habits) {
        return new Transaction(event, party, habits);
    }

    public Transaction with(Status became) {
        return new Transaction(this, became);
    }

    public Transaction with(Party known, Habits before) {
        return new Transaction(this, known, before);
    }

    public long units() {
        return units;
    }

    public Party party() {
        return party;
    }

    /** Whether the bank's app reported anything about the session. */
    public boolean sessionKnown() {
        return session.known();
    }

    @Word("the person pays")
    public boolean isOutgoing() {
        return outgoing;
    }

    @Word("the person is paid")
    public boolean isIncoming() {
        return !outgoing;
    }

    @Word(value = "the exact amount in the currency", example = "amount >= 500")
    public BigDecimal getAmount() {
        return Units.toDecimal(units);
    }

    @Word("the ISO 4217 code")
    public String getCurrency() {
        return currency;
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
        return purpose == null ? null : purpose.name();
    }

    @Word(value = "where it was entered", oneOf = Channel.class)
    public @Nullable String getChannel() {
        return channel == null ? null : channel.name();
    }

    @Word(value = "what became of it so far", oneOf = Status.class)
    public String getStatus() {
        return status.name();
    }

    @Word("entered, not yet carried out as far as known")
    public boolean isAttempted() {
        return status == Status.ATTEMPTED;
    }

    @Word("carried out")
    public boolean isCompleted() {
        return status == Status.COMPLETED;
    }

    @Word("refused; the money is still there")
    public boolean isFailed() {
        return status == Status.FAILED;
    }

    @Word("given back; the money is there again")
    public boolean isReturned() {
        return status == Status.RETURNED;
    }

    @Word(
            value = "what the payer wrote; traditional characters and blanks between ideographs make no difference",
            form = Word.Form.WORDS,
            example = "memo matches \".*deposit.*\"")
    public @Nullable String getMemo() {
        return memo;
    }

    @Word("the balance before the payment")
    public @Nullable BigDecimal getBalanceBefore() {
        return balanceUnits == UNKNOWN ? null : Units.toDecimal(balanceUnits);
    }

    @Word(value = "the amount as a share of the balance before", example = "shareOfBalance >= 0.8")
    public @Nullable Double getShareOfBalance() {
        return balanceUnits <= 0 ? null : (Double) ((double) units / balanceUnits);
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
        return session.screenShared();
    }

    @Word("the device was remotely controlled while it was entered")
    public @Nullable Boolean getRemoteControlled() {
        return session.remoteControlled();
    }

    @Word("a call was going on while it was entered, as the bank's app saw")
    public @Nullable Boolean getCallActive() {
        return session.callActive();
    }
}

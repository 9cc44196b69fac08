package org.quanzu.practice;

/** What makes a case more urgent; a row of {@code priority.csv} gives points for one of them. */
public enum Factor {
    /** The warning level {@code value}. */
    LEVEL,
    /** The family {@code value}: how soon its money is gone. */
    FAMILY,
    /** At least {@code value} at risk; the highest row reached counts. */
    AMOUNT_AT_RISK,
    /** A call is in progress. */
    LIVE_CALL,
    /** A payment was attempted and has not gone through yet. */
    ATTEMPTED_PAYMENT,
    /** The case was closed before and something new was paid; for each time, at most {@code value} times. */
    REATTEMPT,
    /** The line was busy at least {@code value} times. */
    BUSY,
    /** The person said to be vulnerable. */
    VULNERABLE,
    /** Each minute of waiting, so that nothing starves. */
    MINUTE_WAITED;

    /** Whether {@code value} is an amount or a count. */
    public boolean isNumeric() {
        return this == AMOUNT_AT_RISK || this == REATTEMPT || this == BUSY;
    }
}

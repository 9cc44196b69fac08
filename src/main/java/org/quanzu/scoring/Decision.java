package org.quanzu.scoring;

/** What the bank should do with this payment, mildest first. */
public enum Decision {
    ALLOW,
    WARN,
    CHALLENGE,
    HOLD;

    Decision atMost(Decision limit) {
        return compareTo(limit) > 0 ? limit : this;
    }
}

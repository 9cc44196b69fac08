package org.quanzu.desk.work;

/** What an operator found out about a case. */
public enum Finding {
    SCAM_STOPPED_BEFORE_LOSS,
    STOPPED_PARTIAL_LOSS,
    ALREADY_LOST,
    SCAM_CONTACT_NO_MONEY,
    BENIGN_VERIFIED,
    DENIES_UNVERIFIED,
    KNOWS_STILL_PAYS,
    IS_RELAY_OR_MULE,
    MINOR_USING_PARENT_PHONE,
    DUPLICATE,
    TEST,
    /** Nobody found out: the person is definitely not to be found. */
    NOT_ESTABLISHED;

    /** Whether there is nothing left to do at once; what a victim says alone is no reason. */
    public boolean closes() {
        return this != DENIES_UNVERIFIED && this != KNOWS_STILL_PAYS;
    }

    /** Whether a closed case is looked at again. */
    boolean isFollowedUp() {
        return this != DUPLICATE && this != TEST;
    }

    /** Whether it is about what somebody said. */
    boolean isSaid() {
        return !closes();
    }
}

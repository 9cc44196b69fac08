package org.quanzu.scoring;

/** The classes of evidence; each is capped, and a serious warning wants more than one. */
public enum Evidence {
    CALL,
    MONEY,
    DEVICE,
    MESSAGE
}

package org.quanzu.watchlist;

/** A number in one spelling, so that two spellings of it are equal, and its kind; hidden numbers have an empty value. */
public record PhoneNumber(String value, NumberKind kind) {
    public static final PhoneNumber HIDDEN = new PhoneNumber("", NumberKind.HIDDEN);
}

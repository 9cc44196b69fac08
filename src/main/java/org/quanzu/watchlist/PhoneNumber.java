package org.quanzu.watchlist;

/**
 * A number in its one form, so that two spellings of it are equal, and its kind; hidden numbers have an empty value.
 *
 * @param forgedOfficial an official code that exists only at home was written as a foreign number
 */
public record PhoneNumber(String value, NumberKind kind, boolean forgedOfficial) {
    public static final PhoneNumber HIDDEN = new PhoneNumber("", NumberKind.HIDDEN);

    public PhoneNumber(String value, NumberKind kind) {
        this(value, kind, false);
    }
}

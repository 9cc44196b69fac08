package org.quanzu.person;

/** A phone or account by which a person may be named, as a keyed hash in hex. */
public record Alias(Kind kind, String hash) {
    private static final int SHOWN = 24;
    private static final String PROVISIONAL = "prov-";

    /** The id of the person opened for this alias as long as it is linked to nobody. */
    public String provisionalId() {
        return PROVISIONAL + hash.substring(0, SHOWN);
    }

    /** What is hashed. */
    public enum Kind {
        PHONE("phone"),
        ACCOUNT("account");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}

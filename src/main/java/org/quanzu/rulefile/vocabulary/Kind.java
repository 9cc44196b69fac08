package org.quanzu.rulefile.vocabulary;

/** What a value is, as far as rules are concerned. */
public enum Kind {
    TRUTH("yes or no"),
    NUMBER("number"),
    MONEY("money"),
    TEXT("text"),
    TEXTS("collection of texts"),
    PART("group of words"),
    FACT("fact"),
    LIST("list of facts");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean numeric() {
        return this == NUMBER || this == MONEY;
    }
}

package org.quanzu.platform.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API key may be allowed to do. */
public enum Scope {
    SCORE,
    INGEST,
    RULES,
    READ,
    /** What other sources told, too. */
    ALL_SOURCES,
    /** Numbers, accounts and contacts as they are. */
    CLEAR;

    /** The word used on the command line, in the database and in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word Spring Security knows it by. */
    public String authority() {
        return "SCOPE_" + word();
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word.strip()))
                .findFirst();
    }
}

package org.quanzu.desk.timeline;

import org.jspecify.annotations.Nullable;

/** Numbers, accounts and names as they may be shown to everybody: only enough to tell one from the other. */
public final class Masked {
    private static final int SHORT = 4;
    private static final int MEDIUM = 8;

    private Masked() {}

    /** The first three and the last four characters of a long text, less of a short one; null stays null. */
    public static @Nullable String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.length() <= SHORT) {
            return "*".repeat(text.length());
        }
        int first = text.length() <= MEDIUM ? 1 : 3;
        int last = text.length() <= MEDIUM ? 2 : 4;
        return text.substring(0, first) + "****" + text.substring(text.length() - last);
    }
}

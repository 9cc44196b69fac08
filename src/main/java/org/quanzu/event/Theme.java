package org.quanzu.event;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a message is about, as far as rules know; a carrier may tell other themes too, which are kept as they are. */
public enum Theme {
    LOAN_OFFER,
    TASK_OFFER,
    REFUND,
    PARCEL,
    VERIFICATION_CODE,
    CREDIT_REPAIR,
    GROUP_INVITE,
    INVESTMENT,
    THREAT,
    MARKETING,
    BANK_NOTICE;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");
    private static final Set<String> NAMES = names();

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Theme theme : values()) {
            names.add(theme.name());
        }
        return Set.copyOf(names);
    }

    public static boolean isKnown(String theme) {
        return NAMES.contains(theme);
    }

    /** The known theme meant by {@code told} in any case, with blanks or hyphens between its words; else as it is. */
    static String of(String told) {
        if (isKnown(told)) {
            return told;
        }
        String name = SEPARATORS.matcher(told.strip()).replaceAll("_").toUpperCase(Locale.ROOT);
        return isKnown(name) ? name : told;
    }
}

package org.quanzu.canonical;

import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an id of an event, a person, a call, a transaction or a finding may be: any signs that can stand in an address
 * percent-encoded, as base64 and paths do. Ids are compared sign by sign in Unicode's composed form (NFC), so that an accent
 * counts the same whether it is a part of its letter or follows it.
 */
public final class Identifier {
    public static final int LONGEST = 128;
    private static final Set<String> STEPS = Set.of(".", "..");

    private Identifier() {}

    /** The one form of {@code id}. */
    public static String form(String id) {
        return Normalizer.normalize(id, Normalizer.Form.NFC);
    }

    /** Why {@code id} cannot be accepted; null where it can. */
    public static @Nullable String fault(String id) {
        if (id.isBlank()) {
            return "is blank";
        }
        if (id.length() > LONGEST) {
            return "has " + id.length() + " characters; at most " + LONGEST + " are allowed";
        }
        if (id.codePoints().anyMatch(Identifier::isUnusable)) {
            return "contains a control character, a line break or a broken character, which cannot stand in an address";
        }
        return STEPS.contains(id) ? "is \"" + id + "\", which an address takes for a step and not for an id" : null;
    }

    private static boolean isUnusable(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}

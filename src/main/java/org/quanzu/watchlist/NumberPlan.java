package org.quanzu.watchlist;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.NumberForm;

/**
 * Tells the kind of a caller id, whichever way it is written, by prefixes and whole official codes from
 * {@code number_kinds.csv}. An OFFICIAL code counts only as a whole (or after an area code) and only as it is dialled at home:
 * one with extra digits is another number, one written as foreign is forged.
 */
public record NumberPlan(Map<String, NumberKind> prefixes, Set<String> officialCodes) {
    public static final NumberPlan EMPTY = new NumberPlan(Map.of(), Set.of());
    private static final Pattern AREA_CODE = Pattern.compile("^0(?:10|2\\d|[3-9]\\d{2})");
    private static final String HOME_CODE = "86";
    private static final int LONGEST_PREFIX = 12;

    public NumberPlan {
        prefixes = Map.copyOf(prefixes);
        officialCodes = Set.copyOf(officialCodes);
    }

    /** The number {@code raw} stands for; the value of a number read once reads as the same number. */
    public PhoneNumber read(String raw) {
        NumberForm form = NumberForm.of(raw);
        String digits = form.national();
        return switch (form.origin()) {
            case WITHHELD -> PhoneNumber.HIDDEN;
            case NAME -> new PhoneNumber(form.value(), NumberKind.HIDDEN);
            case FOREIGN -> new PhoneNumber(form.value(), NumberKind.OVERSEAS, isOfficial(digits));
            case HOME ->
                isForged(form, digits)
                        ? new PhoneNumber(forged(form), NumberKind.OVERSEAS, true)
                        : new PhoneNumber(form.value(), kind(digits));
        };
    }

    private boolean isForged(NumberForm form, String digits) {
        return form.countryCode()
                ? isOfficial(digits) || isOfficial("0" + digits)
                : !isOfficial(digits)
                        && digits.startsWith(HOME_CODE)
                        && isOfficial(digits.substring(HOME_CODE.length()));
    }

    private static String forged(NumberForm form) {
        return form.countryCode() ? "+" + HOME_CODE + form.value() : "+" + form.value();
    }

    private NumberKind kind(String digits) {
        if (isOfficial(digits)) {
            return NumberKind.OFFICIAL;
        }
        NumberKind listed = longestPrefix(digits);
        if (listed != null) {
            return listed;
        }
        return digits.startsWith("0") ? NumberKind.LANDLINE : NumberKind.MOBILE;
    }

    private boolean isOfficial(String number) {
        return officialCodes.contains(number)
                || officialCodes.contains(AREA_CODE.matcher(number).replaceFirst(""));
    }

    private @Nullable NumberKind longestPrefix(String number) {
        for (int length = Math.min(LONGEST_PREFIX, number.length()); length > 0; length--) {
            NumberKind kind = prefixes.get(number.substring(0, length));
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }
}

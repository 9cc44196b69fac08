package org.quanzu.watchlist;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings raw caller ids into one spelling and tells their kind: prefixes and short codes from {@code number_kinds.csv}
 * first, libphonenumber for the rest. An OFFICIAL code counts only as a whole (or after an area code): a forged one with
 * extra digits is not official.
 */
public record NumberPlan(Map<String, NumberKind> prefixes, Set<String> officialCodes) {
    public static final NumberPlan EMPTY = new NumberPlan(Map.of(), Set.of());
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Pattern SEPARATORS = Pattern.compile("[\\s()\\-.·]");
    private static final Pattern CARRIER_PREFIX = Pattern.compile("^(?:12593|17951|17911)(?=\\d{8,})");
    private static final Pattern HOME_PREFIX = Pattern.compile("^(?:\\+86|0086|86(?=1\\d{10}$))0?");
    private static final Pattern AREA_CODE = Pattern.compile("^0(?:10|2\\d|[3-9]\\d{2})");
    private static final String HOME = "CN";
    private static final int LONGEST_PREFIX = 12;

    public NumberPlan {
        prefixes = Map.copyOf(prefixes);
        officialCodes = Set.copyOf(officialCodes);
    }

    /** The number {@code raw} stands for; anything without digits is a hidden number. */
    public PhoneNumber read(String raw) {
        String digits = SEPARATORS.matcher(raw.trim()).replaceAll("");
        if (digits.chars().noneMatch(Character::isDigit)
                || digits.toLowerCase(Locale.ROOT).startsWith("anon")) {
            return PhoneNumber.HIDDEN;
        }
        String number = HOME_PREFIX
                .matcher(CARRIER_PREFIX.matcher(digits).replaceFirst(""))
                .replaceFirst("");
        if (number.startsWith("+") || number.startsWith("00")) {
            return new PhoneNumber(number.startsWith("00") ? "+" + number.substring(2) : number, NumberKind.OVERSEAS);
        }
        if (isOfficial(number)) {
            return new PhoneNumber(number, NumberKind.OFFICIAL);
        }
        NumberKind listed = longestPrefix(number);
        return listed != null ? new PhoneNumber(number, listed) : ordinary(number);
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

    private static PhoneNumber ordinary(String number) {
        try {
            Phonenumber.PhoneNumber parsed = PHONES.parse(number, HOME);
            String value = PHONES.isValidNumber(parsed) ? PHONES.format(parsed, PhoneNumberFormat.E164) : number;
            boolean landline = PHONES.getNumberType(parsed) == PhoneNumberType.FIXED_LINE || number.startsWith("0");
            return new PhoneNumber(value, landline ? NumberKind.LANDLINE : NumberKind.MOBILE);
        } catch (NumberParseException e) {
            return new PhoneNumber(number, NumberKind.HIDDEN);
        }
    }
}

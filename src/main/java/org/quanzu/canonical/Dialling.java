package org.quanzu.canonical;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.NumberForm.Origin;

/** Reads digits as they are dialled from the home country: carrier, country and trunk prefixes. */
final class Dialling {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final String REGION = "CN";
    private static final String HOME_CODE = "86";
    private static final String MOBILE = "1[3-9]\\d{9}";
    private static final String LANDLINE = "(?:10[2-9]\\d{7}|2\\d[2-9]\\d{7}|[3-9]\\d{2}(?<![48]00)[2-9]\\d{6,7})";
    private static final Pattern CARRIER =
            Pattern.compile("^(?:179\\d{2}|12593|12583[123]|10193|11808|10131)(?=(?:\\+|00)?\\d{8,})");
    private static final Pattern ABROAD = Pattern.compile("^(?:00)+(?=[1-9]\\d{2})");
    private static final Pattern ZEROS = Pattern.compile("^0+");
    private static final Pattern BEHIND_HOME_CODE =
            Pattern.compile("^86(?=0?(?:" + MOBILE + "|" + LANDLINE + "|[48]00\\d{7}|95\\d{6,8})$)");
    private static final Pattern SUBSCRIBER = Pattern.compile(MOBILE + "|" + LANDLINE);
    private static final Pattern DIALLED_SUBSCRIBER = Pattern.compile("0*" + MOBILE + "|0" + LANDLINE);
    private static final Pattern CODE = Pattern.compile("(?:95|[48]00|106(?!\\d{7}$))\\d*|1[012]\\d{1,7}");
    private static final Pattern FREE_OF_CHARGE = Pattern.compile("[48]00\\d{7}");
    /** No code is dialled with a trunk zero: who shows one so wants to look like it. */
    private static final Pattern CODE_BEHIND_ZERO =
            Pattern.compile("0+(?:86)?(?<code>[48]00\\d{7}|95\\d{3,6}|11\\d|12\\d{1,3})");

    private static final Pattern FOREIGN_LENGTH = Pattern.compile("\\d{10,15}");
    private static final int SURELY_FOREIGN = 11;

    private Dialling() {}

    static NumberForm form(boolean plus, String digits) {
        if (plus && digits.charAt(0) != '0') {
            return abroad(digits);
        }
        String afterZeros = ABROAD.matcher(digits).replaceFirst("");
        if (!afterZeros.equals(digits)) {
            return abroad(afterZeros);
        }
        String afterCarrier = CARRIER.matcher(digits).replaceFirst("");
        if (!afterCarrier.equals(digits)) {
            return form(false, afterCarrier);
        }
        return BEHIND_HOME_CODE.matcher(digits).find() ? ofHome(digits.substring(HOME_CODE.length())) : home(digits);
    }

    private static NumberForm abroad(String digits) {
        return digits.startsWith(HOME_CODE) ? ofHome(digits.substring(HOME_CODE.length())) : foreign(digits);
    }

    /** After the country code, where neither a trunk zero nor a carrier belongs. */
    private static NumberForm ofHome(String digits) {
        String line = withoutZeros(CARRIER.matcher(withoutZeros(digits)).replaceFirst(""));
        if (line.isEmpty()) {
            return NumberForm.WITHHELD;
        }
        return SUBSCRIBER.matcher(line).matches()
                ? subscriber(line)
                : new NumberForm(
                        line, Origin.HOME, !FREE_OF_CHARGE.matcher(line).matches());
    }

    private static String withoutZeros(String digits) {
        return ZEROS.matcher(digits).replaceFirst("");
    }

    private static NumberForm subscriber(String line) {
        return new NumberForm(NumberForm.HOME + line, Origin.HOME);
    }

    private static NumberForm home(String digits) {
        if (DIALLED_SUBSCRIBER.matcher(digits).matches()) {
            return subscriber(withoutZeros(digits));
        }
        Matcher behindZero = CODE_BEHIND_ZERO.matcher(digits);
        if (behindZero.matches()) {
            return ofHome(behindZero.group("code"));
        }
        boolean code = digits.charAt(0) == '0' || CODE.matcher(digits).matches();
        return code ? new NumberForm(digits, Origin.HOME) : withoutPrefix(digits);
    }

    /** Neither plus nor zeros: a line whose trunk zero was lost, or a foreign number whose plus was. */
    private static NumberForm withoutPrefix(String digits) {
        if (SUBSCRIBER.matcher(digits).matches() && isValid(parsed(digits, REGION))) {
            return subscriber(digits);
        }
        PhoneNumber number = FOREIGN_LENGTH.matcher(digits).matches() ? parsed("+" + digits, null) : null;
        boolean foreign = isValid(number)
                || digits.length() >= SURELY_FOREIGN
                        && number != null
                        && PHONES.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
        return foreign && !digits.startsWith(HOME_CODE) ? foreign(digits) : new NumberForm(digits, Origin.HOME);
    }

    private static boolean isValid(@Nullable PhoneNumber number) {
        return number != null && PHONES.isValidNumber(number);
    }

    private static NumberForm foreign(String digits) {
        String last = "+" + digits;
        for (String next = withoutTrunk(last); !next.equals(last); next = withoutTrunk(next)) {
            last = next;
        }
        return new NumberForm(last, Origin.FOREIGN);
    }

    /** Without the trunk prefix of that country, as in +44 (0)20. */
    private static String withoutTrunk(String number) {
        PhoneNumber parsed = parsed(number, null);
        return parsed != null && PHONES.isPossibleNumber(parsed)
                ? PHONES.format(parsed, PhoneNumberFormat.E164)
                : number;
    }

    private static @Nullable PhoneNumber parsed(String number, @Nullable String region) {
        try {
            return PHONES.parse(number, region);
        } catch (NumberParseException e) {
            return null;
        }
    }
}

package org.quanzu.canonical;

import java.util.regex.Pattern;

/**
 * The one form of a phone number, whichever way a switch, a network or a person writes it: E.164 for subscribers, the bare
 * digits for codes that exist only at home, empty where the number is withheld. A sender's name with digits in it is kept as a
 * name.
 *
 * @param value the form; treating it once more changes nothing
 * @param origin where the number is from
 * @param countryCode a code that exists only at home was written behind a country code, an international prefix or a
 *     trunk zero, with which it cannot be dialled
 */
public record NumberForm(String value, Origin origin, boolean countryCode) {
    static final NumberForm WITHHELD = new NumberForm("", Origin.WITHHELD);
    static final String HOME = "+86";
    private static final Pattern BARE_CODE = Pattern.compile("86\\d{3,6}");
    private static final RecentForms<NumberForm> RECENT = new RecentForms<>(
            number -> Characters.settled(read(number), form -> form.origin == Origin.NAME ? read(form.value) : form));
    private static final int SHORTEST = 3;
    private static final int MOBILE_DIGITS = 11;
    private static final Pattern MINUS = Pattern.compile("-\\d{1,2}");
    private static final Pattern EXTENSION = Pattern.compile("(?<=\\d{5})\\s*(?:[,;#p]|ext\\.?|x(?=\\d)|转).*$");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s()\\[\\]./·•~]");
    private static final Pattern PLUSES = Pattern.compile("^\\++");

    NumberForm(String value, Origin origin) {
        this(value, origin, false);
    }

    /** Where a number is from, as it is written. */
    public enum Origin {
        HOME,
        FOREIGN,
        NAME,
        WITHHELD
    }

    public static NumberForm of(String number) {
        if (isMobile(number, 0)) {
            return new NumberForm(HOME + number, Origin.HOME);
        }
        if (number.startsWith(HOME) && isMobile(number, HOME.length())) {
            return new NumberForm(number, Origin.HOME);
        }
        return RECENT.of(number);
    }

    private static NumberForm read(String number) {
        return written(
                PhoneUri.user(Characters.folded(Characters.visible(number)).strip()));
    }

    private static boolean isMobile(String number, int from) {
        if (number.length() != from + MOBILE_DIGITS || number.charAt(from) != '1' || number.charAt(from + 1) < '3') {
            return false;
        }
        for (int i = from; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static NumberForm written(String text) {
        if (StandIns.contains(text) || MINUS.matcher(text).matches()) {
            return WITHHELD;
        }
        StringBuilder kept = new StringBuilder(text.length());
        String bare = EXTENSION.matcher(text).replaceFirst("");
        SEPARATORS.matcher(bare).replaceAll("").codePoints().forEach(c -> {
            if (!Characters.isHyphen(c)) {
                kept.appendCodePoint(c);
            }
        });
        boolean plus = kept.indexOf("+") == 0;
        String signs = PLUSES.matcher(kept).replaceFirst("");
        if (signs.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return WITHHELD;
        }
        if (signs.chars().anyMatch(c -> c < '0' || c > '9')) {
            return new NumberForm((plus ? "+" : "") + signs, Origin.NAME);
        }
        return signs.length() < SHORTEST || Characters.isZero(signs) ? WITHHELD : Dialling.form(plus, signs);
    }

    /** The number itself, or the code that exists only at home where it has the country code before it. */
    public static String withoutCountryCode(String number) {
        NumberForm form = of(number);
        return form.countryCode
                        || form.origin == Origin.HOME
                                && BARE_CODE.matcher(form.value).matches()
                ? form.value.replaceFirst("^86", "")
                : number;
    }

    /** Whether it is a number or a name at all; false where it is withheld. */
    public boolean isKnown() {
        return origin != Origin.WITHHELD;
    }

    /** The digits as they are dialled at home, or those after the plus sign. */
    public String national() {
        if (origin != Origin.HOME || !value.startsWith(HOME)) {
            return value.startsWith("+") ? value.substring(1) : value;
        }
        String digits = value.substring(HOME.length());
        return isMobile(digits, 0) ? digits : "0" + digits;
    }
}

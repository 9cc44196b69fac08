package org.quanzu.person;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.regex.Pattern;

/** How phones were spelled in aliases before they had one form; kept so that persons of older databases are found. */
final class FormerSpelling {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Pattern SEPARATORS = Pattern.compile("[\\s()\\-.·]");
    private static final Pattern CARRIER_PREFIX = Pattern.compile("^(?:12593|17951|17911)(?=\\d{8,})");
    private static final Pattern HOME_PREFIX = Pattern.compile("^(?:\\+86|0086|86(?=1\\d{10}$))0?");

    private FormerSpelling() {}

    static String ofPhone(String phone) {
        String digits = SEPARATORS.matcher(phone.trim()).replaceAll("");
        if (digits.chars().noneMatch(Character::isDigit)
                || digits.toLowerCase(Locale.ROOT).startsWith("anon")) {
            return phone;
        }
        String number = HOME_PREFIX
                .matcher(CARRIER_PREFIX.matcher(digits).replaceFirst(""))
                .replaceFirst("");
        if (number.startsWith("+")) {
            return number;
        }
        return number.startsWith("00") ? "+" + number.substring(2) : ordinary(number);
    }

    private static String ordinary(String number) {
        try {
            Phonenumber.PhoneNumber parsed = PHONES.parse(number, "CN");
            return PHONES.isValidNumber(parsed) ? PHONES.format(parsed, PhoneNumberFormat.E164) : number;
        } catch (NumberParseException e) {
            return number;
        }
    }
}

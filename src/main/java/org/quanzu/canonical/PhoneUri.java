package org.quanzu.canonical;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number in what SIP headers and {@code tel:} addresses carry: {@code "Li" <sip:+86138…@ims.example;user=phone>;tag=7}. */
final class PhoneUri {
    private static final Pattern BRACKETS = Pattern.compile("<([^<>]*)>");
    private static final Pattern SCHEME = Pattern.compile("^(?:tel|sips?|callto|phone):(?://)?");
    private static final Pattern END = Pattern.compile("[@;?].*$");
    private static final Pattern PORT_OR_PASSWORD = Pattern.compile(":.*$");
    private static final String PLUS = "%2b";

    private PhoneUri() {}

    /** The part that names the subscriber; the text itself where it is no such address. */
    static String user(String text) {
        Matcher bracket = BRACKETS.matcher(text);
        String address = bracket.find() ? bracket.group(1).strip() : text;
        Matcher scheme = SCHEME.matcher(address);
        boolean uri = scheme.find();
        if (!uri && address.indexOf('@') < 0) {
            return address;
        }
        String user = END.matcher(scheme.replaceFirst("")).replaceFirst("");
        return PORT_OR_PASSWORD.matcher(user.replace(PLUS, "+")).replaceFirst("");
    }
}

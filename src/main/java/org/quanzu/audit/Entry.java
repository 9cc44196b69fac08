package org.quanzu.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of the audit log.
 *
 * @param id 1 for the first, each one more than the one before
 * @param at in UTC, to the microsecond
 */
public record Entry(long id, Instant at, String who, String what, String about, Map<String, String> detail) {
    private static final char UNREADABLE = '\uFFFD';

    /** Cuts to microseconds and replaces characters the database cannot hold, so that what is hashed is what is stored. */
    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        who = storable(who);
        what = storable(what);
        about = storable(about);
        var sorted = new TreeMap<String, String>();
        detail.forEach((name, value) -> sorted.put(storable(name), storable(value)));
        detail = Collections.unmodifiableMap(sorted);
    }

    private static String storable(String text) {
        var valid = new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
        return valid.replace('\0', UNREADABLE);
    }

    /** SHA-256 over the hash of the entry before and every field of this one, each after its length in characters. */
    byte[] hash(byte[] previous) {
        var digest = sha256();
        digest.update(previous);
        return digest.digest(canonical().getBytes(StandardCharsets.UTF_8));
    }

    private String canonical() {
        var text = new StringBuilder();
        field(text, Long.toString(id));
        field(text, at.toString());
        field(text, who);
        field(text, what);
        field(text, about);
        detail.forEach((name, value) -> {
            field(text, name);
            field(text, value);
        });
        return text.toString();
    }

    private static void field(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value).append('\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java knows no SHA-256\nMaybe its security settings were changed", e);
        }
    }
}

package org.quanzu.canonical;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one form of an app id or a domain: case folded, without blanks; of an address the host alone, without {@code www.} and
 * the trailing dot, an international name in its ASCII form. Hyphens stay: they tell domains apart.
 */
public final class DomainForm {
    private static final Pattern SCHEME = Pattern.compile("^(?:[a-z][a-z0-9+.-]*:)?//");
    private static final Pattern AFTER_HOST = Pattern.compile("[/?#\\\\].*$");
    private static final Pattern USER = Pattern.compile("^[^@]*@");
    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Pattern WWW = Pattern.compile("^(?:www\\.)+(?=[^.]+\\.)");
    private static final Pattern DOTS = Pattern.compile("^\\.+|\\.+$");

    private DomainForm() {}

    /** The form of {@code subject}; null where it is unknown or a stand-in for an unknown one. */
    public static @Nullable String of(@Nullable String subject) {
        return subject == null
                ? null
                : Characters.settled(read(subject), form -> form.flatMap(DomainForm::read))
                        .orElse(null);
    }

    private static Optional<String> read(String subject) {
        String visible = Characters.folded(Characters.visible(subject));
        if (StandIns.contains(visible)) {
            return Optional.empty();
        }
        StringBuilder kept = new StringBuilder(visible.length());
        visible.codePoints().forEach(c -> {
            if (Characters.isHyphen(c)) {
                kept.append('-');
            } else if (!Characters.isBlank(c)) {
                kept.appendCodePoint(c == '。' ? '.' : c);
            }
        });
        String host = host(Characters.visible(kept.toString()));
        return host.isEmpty() ? Optional.empty() : Optional.of(host);
    }

    /** A part of an app id or domain, as it stands in the form of the whole. */
    public static String ofPart(String part) {
        return Characters.settled(
                part, last -> Characters.folded(Characters.visible(last)).replace(" ", ""));
    }

    private static String host(String address) {
        String form = address;
        for (Pattern part : new Pattern[] {SCHEME, AFTER_HOST, USER, PORT, DOTS}) {
            form = part.matcher(form).replaceFirst("");
        }
        form = DOTS.matcher(ascii(form)).replaceAll("");
        return WWW.matcher(form).replaceFirst("");
    }

    private static String ascii(String host) {
        if (host.indexOf('.') < 0 || host.chars().allMatch(c -> c <= '~')) {
            return host;
        }
        try {
            return Characters.folded(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException e) {
            return host;
        }
    }
}

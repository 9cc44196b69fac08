package org.quanzu.platform.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.platform.access.KeyLimits;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of a new key that bound its use. */
final class KeyBounds {
    private static final int MOST = 1_000_000;

    @Option(names = "--expires", description = "When it ends: 90d, or a day such as 2027-01-31 (until its end).")
    private @Nullable String expires;

    @Option(
            names = "--requests-per-second",
            defaultValue = "0",
            description = "What it may do in the long run; a line of a batch counts as one. 0: as the server is set.")
    private int requestsPerSecond;

    @Option(names = "--burst", defaultValue = "0", description = "What may come at once; twice a second's when not given.")
    private int burst;

    @Option(names = "--addresses", split = ",", description = "Networks it may be used from, such as 10.1.0.0/16.")
    private List<String> addresses = new ArrayList<>();

    KeyLimits limits(CommandLine line) {
        if (requestsPerSecond < 0 || requestsPerSecond > MOST || burst < 0 || burst > MOST) {
            throw new ParameterException(line, "A limit is out of range\nMaybe use 1 to " + MOST);
        }
        addresses.forEach(address -> requireNetwork(line, address));
        return new KeyLimits(expires == null ? null : end(line, expires), requestsPerSecond, burst, addresses);
    }

    private static Instant end(CommandLine line, String text) {
        try {
            return text.matches("\\d{4}-.*")
                    ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant()
                    : Instant.now().plus(positive(DurationStyle.detectAndParse(text)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new ParameterException(
                    line, "\"" + text + "\" is no time a key can end\nMaybe write 90d, or a day such as 2027-01-31", e);
        }
    }

    private static Duration positive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("It would have ended already");
        }
        return time;
    }

    private static void requireNetwork(CommandLine line, String address) {
        try {
            if (!address.matches("[0-9a-fA-F.:]+(/\\d{1,3})?")) {
                throw new IllegalArgumentException(address);
            }
            new IpAddressMatcher(address).matches("127.0.0.1");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    line, "\"" + address + "\" is no address or network\nMaybe write it like 10.1.0.0/16", e);
        }
    }

    static String shown(KeyLimits limits) {
        List<String> parts = new ArrayList<>();
        if (limits.expiresAt() != null) {
            parts.add("until " + limits.expiresAt());
        }
        if (limits.requestsPerSecond() > 0) {
            parts.add(limits.requestsPerSecond() + "/s");
        }
        parts.addAll(limits.addresses());
        return String.join(" ", parts);
    }
}

package org.quanzu.platform.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quanzu.platform.SecretKeyText;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * One setting and what it may be.
 *
 * @param name as on the command line
 * @param secret whether its value is never shown
 * @param advice what to write instead of this value; empty when it is fine
 */
record Setting(String name, boolean secret, Function<String, Optional<String>> advice) {

    static Setting whole(String name, long least, long most) {
        return open(name, value -> isWithin(value, least, most), "a whole number between " + least + " and " + most);
    }

    static Setting duration(String name, String least, String most) {
        var shortest = DurationStyle.detectAndParse(least);
        var longest = DurationStyle.detectAndParse(most);
        return open(name, value -> isWithin(value, shortest, longest), "a time between " + least + " and " + most);
    }

    static Setting size(String name) {
        return open(name, value -> !DataSize.parse(value).isNegative(), "a size such as 64KB");
    }

    static Setting flag(String name) {
        return word(name, List.of("true", "false"));
    }

    static Setting word(String name, List<String> words) {
        return open(name, words::contains, String.join(" or ", words));
    }

    static Setting zone(String name) {
        return open(name, value -> ZoneId.of(value) != null, "a time zone such as Asia/Shanghai");
    }

    static Setting timeOfDay(String name) {
        return open(name, value -> LocalTime.parse(value) != null, "a time such as 22:00");
    }

    static Setting address(String name) {
        return open(name, Setting::isAddress, "0.0.0.0 for all networks, 127.0.0.1 for this machine, or an address of it");
    }

    /** A folder that is there or can be made. */
    static Setting folder(String name) {
        return open(name, value -> !Files.isRegularFile(Path.of(value)), "a folder; this is a file or no path at all");
    }

    static Setting database(String name) {
        return new Setting(
                name,
                true,
                value -> value.startsWith("jdbc:postgresql:")
                        ? Optional.empty()
                        : Optional.of("write it as jdbc:postgresql://HOST:5432/NAME, without user and password"));
    }

    static Setting text(String name, int least, int most) {
        return open(name, value -> isWithin(value.length(), least, most), "a text of " + least + " to " + most + " characters");
    }

    /** A secret of so many characters and no more than so many bytes. */
    static Setting secret(String name, int least, int mostBytes) {
        return hidden(
                name,
                value -> value.length() >= least && value.getBytes(StandardCharsets.UTF_8).length <= mostBytes,
                "use " + least + " characters to " + mostBytes + " bytes");
    }

    /** Keys of 32 bytes, with commas between. */
    static Setting keys(String name) {
        return hidden(
                name,
                value -> List.of(value.strip().split("[,\\s]+")).stream()
                        .allMatch(key -> SecretKeyText.read(key).isPresent()),
                "make one of 32 bytes with: openssl rand -hex 32");
    }

    private static Setting open(String name, Function<String, Boolean> fits, String form) {
        return new Setting(name, false, value -> isFit(fits, value) ? Optional.empty() : Optional.of("write " + form));
    }

    private static Setting hidden(String name, Function<String, Boolean> fits, String advice) {
        return new Setting(name, true, value -> isFit(fits, value) ? Optional.empty() : Optional.of(advice));
    }

    private static boolean isFit(Function<String, Boolean> fits, String value) {
        try {
            return fits.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) { // InvalidPathException is one, too
            return false;
        }
    }

    private static boolean isWithin(String value, long least, long most) {
        return isWithin(Long.parseLong(value.strip()), least, most);
    }

    private static boolean isWithin(long value, long least, long most) {
        return value >= least && value <= most;
    }

    private static boolean isWithin(String value, Duration least, Duration most) {
        var time = DurationStyle.detectAndParse(value.strip());
        return time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
    }

    private static boolean isAddress(String value) {
        try {
            return !InetAddress.getByName(value).getHostAddress().isEmpty();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

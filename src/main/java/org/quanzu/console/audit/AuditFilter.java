package org.quanzu.console.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.Search;

/** Which entries an administrator asks for, as typed; null and empty are no condition, a day that is none is left out. */
public record AuditFilter(
        @Nullable String who,
        @Nullable String what,
        @Nullable String about,
        @Nullable String day,
        @Nullable Long before) {
    private static final List<String> KINDS = List.of("person", "case", "user", "order", "page");

    public AuditFilter {
        who = emptyToNull(who);
        what = emptyToNull(what);
        about = emptyToNull(about);
        day = emptyToNull(day);
    }

    private static @Nullable String emptyToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    Search search(ZoneId zone) {
        LocalDate date = date();
        return new Search(
                who,
                what,
                things(),
                date == null ? null : date.atStartOfDay(zone).toInstant(),
                date == null ? null : date.plusDays(1).atStartOfDay(zone).toInstant(),
                before);
    }

    private @Nullable LocalDate date() {
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An id alone is looked for as each kind of thing. */
    private List<String> things() {
        String thing = about;
        if (thing == null) {
            return List.of();
        }
        return Stream.concat(Stream.of(thing), KINDS.stream().map(kind -> kind + ":" + thing))
                .toList();
    }

    public boolean isEmpty() {
        return who == null && what == null && about == null && day == null && before == null;
    }

    /** Which conditions were set, for the log: what was typed may be anything. */
    Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        if (who != null) {
            told.put("who", "set");
        }
        if (what != null) {
            told.put("what", "set");
        }
        if (about != null) {
            told.put("about", "set");
        }
        if (day != null) {
            told.put("day", "set");
        }
        return told;
    }
}

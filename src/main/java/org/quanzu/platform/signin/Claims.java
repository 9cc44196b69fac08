package org.quanzu.platform.signin;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Operator;
import org.quanzu.platform.access.Role;

/** What a provider claims about somebody, as an operator of this product. */
record Claims(Map<String, Object> all, OidcSettings settings) {
    /** No name of a local user has a colon. */
    static final String PREFIX = "oidc:";

    /** Who has several roles gets the first of these. */
    private static final List<Role> HIGHEST_FIRST =
            List.of(Role.ADMIN, Role.SUPERVISOR, Role.APPROVER, Role.ANALYST, Role.OPERATOR);

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}._@+:|/=-]{1,255}");
    private static final Pattern UNIT = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");
    private static final int LONGEST_NAME = 64;

    /** The name for the records; empty when nothing claimed can be one. */
    Optional<String> name() {
        return text(settings.nameClaim())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> NAME.matcher(name).matches())
                .or(() -> text("sub").filter(id -> ID.matcher(id).matches()))
                .map(name -> PREFIX + name);
    }

    Optional<Role> role() {
        Set<String> claimed = Set.copyOf(words(settings.roleClaim())
                .filter(this::hasPrefix)
                .map(this::bare)
                .toList());
        return HIGHEST_FIRST.stream()
                .filter(role -> standsFor(role).stream().anyMatch(claimed::contains))
                .findFirst();
    }

    private boolean hasPrefix(String value) {
        return value.startsWith(settings.rolePrefix());
    }

    private String bare(String value) {
        return value.substring(settings.rolePrefix().length()).toLowerCase(Locale.ROOT);
    }

    private Set<String> standsFor(Role role) {
        var words = settings.roles().getOrDefault(role, Set.of(role.name()));
        return Set.copyOf(words.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    List<String> units() {
        var told = settings.unitsClaim().isBlank()
                ? List.<String>of()
                : words(settings.unitsClaim())
                        .map(unit -> unit.toUpperCase(Locale.ROOT))
                        .filter(unit -> UNIT.matcher(unit).matches())
                        .distinct()
                        .toList();
        return told.isEmpty() ? settings.units() : told;
    }

    Operator operator(String name, Role role) {
        var displayName = text("name")
                .map(String::strip)
                .filter(shown -> !shown.isEmpty()
                        && shown.length() <= LONGEST_NAME
                        && shown.chars().noneMatch(Character::isISOControl))
                .orElse(name.substring(PREFIX.length()));
        return new Operator(name, displayName, role.name(), units());
    }

    private Optional<String> text(String claim) {
        return value(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** One text of several words, or a list of them. */
    private Stream<String> words(String claim) {
        var value = value(claim);
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf);
        }
        return value instanceof String text ? BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty()) : Stream.of();
    }

    /** A claim by its name, or by a path through claims within claims. */
    private @Nullable Object value(String claim) {
        if (all.containsKey(claim)) {
            return all.get(claim);
        }
        Object value = all;
        for (String step : Arrays.asList(claim.split("\\.", -1))) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }
}

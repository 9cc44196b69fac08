package org.quanzu.api.person;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.person.source.PersonAttributes;

/** Attributes without what names or reaches somebody, but for the last signs. */
final class MaskedAttributes {
    private static final int SHOWN = 4;

    private MaskedAttributes() {}

    static PersonAttributes of(PersonAttributes told) {
        return new PersonAttributes(
                masked(told.phones()),
                masked(told.ownAccounts()),
                told.household(),
                told.birthYear(),
                told.sex(),
                told.occupation(),
                told.education(),
                told.town(),
                masked(told.guardianContact()),
                told.antiFraudApp(),
                told.language(),
                told.zone());
    }

    private static Set<String> masked(Set<String> values) {
        return values.stream().map(value -> String.valueOf(masked(value))).collect(Collectors.toSet());
    }

    static @Nullable String masked(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int hidden = value.length() > 2 * SHOWN ? value.length() - SHOWN : value.length();
        return "*".repeat(hidden) + value.substring(hidden);
    }
}

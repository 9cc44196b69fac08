package org.quanzu.assessment;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a person. Demographics serve the choice of channel, guardians of minors and statistics; rules never
 * see them. {@code household} are ids of other persons, {@code language} is {@code en} or {@code zh}, {@code zone} the time
 * zone by whose clock the person's hours and nights are told; null is unknown.
 */
public record PersonAttributes(
        Set<String> phones,
        Set<String> ownAccounts,
        Set<String> household,
        @Nullable Integer birthYear,
        @Nullable String sex,
        @Nullable String occupation,
        @Nullable String education,
        @Nullable String town,
        @Nullable String guardianContact,
        @Nullable Boolean antiFraudApp,
        @Nullable String language,
        @Nullable String zone) {

    public PersonAttributes {
        phones = Set.copyOf(phones);
        ownAccounts = Set.copyOf(ownAccounts);
        household = Set.copyOf(household);
    }

    /** Of a person whose zone is not told. */
    public PersonAttributes(
            Set<String> phones,
            Set<String> ownAccounts,
            Set<String> household,
            @Nullable Integer birthYear,
            @Nullable String sex,
            @Nullable String occupation,
            @Nullable String education,
            @Nullable String town,
            @Nullable String guardianContact,
            @Nullable Boolean antiFraudApp,
            @Nullable String language) {
        this(
                phones,
                ownAccounts,
                household,
                birthYear,
                sex,
                occupation,
                education,
                town,
                guardianContact,
                antiFraudApp,
                language,
                null);
    }
}

package org.quanzu.person.source;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.AccountForm;
import org.quanzu.canonical.NumberForm;

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

    /** Nothing is told. */
    public static final PersonAttributes NONE =
            new PersonAttributes(Set.of(), Set.of(), Set.of(), null, null, null, null, null, null, null, null, null);

    public PersonAttributes {
        phones = Set.copyOf(phones);
        ownAccounts = Set.copyOf(ownAccounts);
        household = Set.copyOf(household);
    }

    /** The same with other phones and accounts. */
    public PersonAttributes named(Set<String> otherPhones, Set<String> otherAccounts) {
        return new PersonAttributes(
                otherPhones,
                otherAccounts,
                household,
                birthYear,
                sex,
                occupation,
                education,
                town,
                guardianContact,
                antiFraudApp,
                language,
                zone);
    }

    /** The same with another household. */
    public PersonAttributes with(Set<String> otherHousehold) {
        return new PersonAttributes(
                phones,
                ownAccounts,
                otherHousehold,
                birthYear,
                sex,
                occupation,
                education,
                town,
                guardianContact,
                antiFraudApp,
                language,
                zone);
    }

    static boolean hasPhone(Set<String> phones, String phone) {
        return phones.stream().anyMatch(other -> phoneForm(other).equals(phoneForm(phone)));
    }

    static boolean hasAccount(Set<String> accounts, String account) {
        return accounts.stream().anyMatch(other -> accountForm(other).equals(accountForm(account)));
    }

    /** What two spellings of one phone have in common. */
    static String phoneForm(String phone) {
        String value = NumberForm.of(phone).value();
        return value.isEmpty() ? phone : value;
    }

    /** What two spellings of one account have in common. */
    static String accountForm(String account) {
        return Objects.requireNonNullElse(AccountForm.of(account), account);
    }
}

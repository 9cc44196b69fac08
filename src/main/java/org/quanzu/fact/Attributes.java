package org.quanzu.fact;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.quanzu.canonical.AccountForm;

/**
 * What has been told about a person that matters to facts: own accounts, the accounts and numbers of the household, and
 * payees a human verified as genuine (account to epoch milliseconds until which that holds), accounts in their one form; and
 * the zone whose clock the person lives by. No demographics.
 */
public record Attributes(
        Set<String> ownAccounts,
        Set<String> householdAccounts,
        Set<String> householdNumbers,
        Map<String, Long> verifiedPayees,
        ZoneId zone) {
    /** The zone where none is told. */
    public static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

    public static final Attributes NONE = new Attributes(Set.of(), Set.of(), Set.of(), Map.of());

    public Attributes {
        ownAccounts = forms(ownAccounts);
        householdAccounts = forms(householdAccounts);
        householdNumbers = Set.copyOf(householdNumbers);
        verifiedPayees = byForm(verifiedPayees);
    }

    private static Set<String> forms(Set<String> accounts) {
        return accounts.stream()
                .map(AccountForm::of)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Long> byForm(Map<String, Long> accounts) {
        Map<String, Long> byForm = new HashMap<>();
        accounts.forEach((account, until) -> {
            String form = AccountForm.of(account);
            if (form != null) {
                byForm.merge(form, until, Math::max);
            }
        });
        return Map.copyOf(byForm);
    }

    public Attributes(
            Set<String> ownAccounts,
            Set<String> householdAccounts,
            Set<String> householdNumbers,
            Map<String, Long> verifiedPayees) {
        this(ownAccounts, householdAccounts, householdNumbers, verifiedPayees, HOME);
    }

    /** The same by the clock of another zone. */
    public Attributes in(ZoneId otherZone) {
        return new Attributes(ownAccounts, householdAccounts, householdNumbers, verifiedPayees, otherZone);
    }

    /** The same with every number of the household in the spelling {@code spelling} gives it. */
    public Attributes withNumbers(UnaryOperator<String> spelling) {
        return new Attributes(
                ownAccounts,
                householdAccounts,
                householdNumbers.stream().map(spelling).collect(Collectors.toSet()),
                verifiedPayees,
                zone);
    }
}

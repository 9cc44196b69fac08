package org.quanzu.fact;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What has been told about a person that matters to facts: own accounts, the accounts and numbers of the household, and
 * payees a human verified as genuine (account to epoch milliseconds until which that holds). No demographics.
 */
public record Attributes(
        Set<String> ownAccounts,
        Set<String> householdAccounts,
        Set<String> householdNumbers,
        Map<String, Long> verifiedPayees) {
    public static final Attributes NONE = new Attributes(Set.of(), Set.of(), Set.of(), Map.of());

    public Attributes {
        ownAccounts = Set.copyOf(ownAccounts);
        householdAccounts = Set.copyOf(householdAccounts);
        householdNumbers = Set.copyOf(householdNumbers);
        verifiedPayees = Map.copyOf(verifiedPayees);
    }

    /** The same with every number of the household in the spelling {@code spelling} gives it. */
    public Attributes withNumbers(UnaryOperator<String> spelling) {
        return new Attributes(
                ownAccounts,
                householdAccounts,
                householdNumbers.stream().map(spelling).collect(Collectors.toSet()),
                verifiedPayees);
    }
}

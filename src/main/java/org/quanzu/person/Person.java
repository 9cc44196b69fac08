package org.quanzu.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as registered. {@code mergedInto} is the person this one turned out to be; {@code attributes} is what was
 * told by all sources, as JSON; {@code verified} are payees found genuine, until an epoch
 * millisecond; {@code zone} is null where none was told.
 */
public record Person(
        String personId,
        boolean provisional,
        @Nullable String mergedInto,
        @Nullable String attributes,
        Set<String> ownAccounts,
        Set<String> household,
        Map<String, Long> verified,
        @Nullable String zone) {

    public Person {
        ownAccounts = Set.copyOf(ownAccounts);
        household = Set.copyOf(household);
        verified = Map.copyOf(verified);
    }

    /** The same with the payees found genuine of any of these. */
    Person verified(Collection<Person> identity) {
        Map<String, Long> all = new HashMap<>(verified);
        identity.forEach(one -> one.verified().forEach((account, until) -> all.merge(account, until, Math::max)));
        return new Person(personId, provisional, mergedInto, attributes, ownAccounts, household, all, zone);
    }
}

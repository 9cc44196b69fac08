package org.quanzu.person;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as registered. {@code mergedInto} is the person a provisional one turned out to be; {@code attributes} is what was
 * told, as JSON; {@code verified} are payees found genuine, until an epoch millisecond; {@code zone} is null where none was told.
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
}

package org.quanzu.assessment.persons;

import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quanzu.person.Alias;
import org.quanzu.person.Identities;
import org.quanzu.personcache.PersonCache;
import org.quanzu.personcache.PersonCache.Held;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes several persons in one transaction while all of them are held; who is concerned may change until they are. */
final class HeldPersons {
    private final PersonCache persons;
    private final Identities identities;
    private final TransactionTemplate transaction;

    HeldPersons(PersonCache persons, Identities identities, TransactionTemplate transaction) {
        this.persons = persons;
        this.identities = identities;
        this.transaction = transaction;
    }

    /** Plans anew until all persons whom the plan concerns are held, then carries it out with those held. */
    <P, R> R change(Supplier<P> plan, Function<P, Set<String>> concerned, BiFunction<P, Set<String>, R> carryOut) {
        while (true) {
            Set<String> expected = concerned.apply(plan.get());
            try (Held held = persons.holdQuiet(expected)) {
                P planned = plan.get();
                if (expected.containsAll(concerned.apply(planned))) {
                    return carryOut.apply(planned, expected);
                }
            }
        }
    }

    /** Writes in one transaction; what {@code work} says to name others now, and the persons held, are then read anew. */
    void write(Set<String> held, Supplier<Set<Alias>> work) {
        Set<Alias> moved = Objects.requireNonNull(transaction.execute(status -> work.get()));
        moved.forEach(identities::forget);
        held.forEach(persons::forget);
    }
}

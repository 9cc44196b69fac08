package org.quanzu.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The register of persons and of what names them. */
public interface Register {

    Optional<Person> find(String personId);

    /** The person {@code alias} is linked to now. */
    Optional<String> linked(Alias alias);

    /** The aliases linked to these persons now. */
    Set<Alias> aliasesOf(Collection<String> personIds);

    /** This person and all that are merged into it. */
    Set<String> identityOf(String personId);

    /** All whom events of this person may be stored under: whoever an id or alias of it belongs to now or ever did. */
    Set<String> storedUnder(String personId);

    /** When the first of these was heard of; null when none of them is registered. */
    @Nullable Instant openedAt(Collection<String> personIds);

    /** Keeps what all sources told, joined, as JSON; opens the person when new. */
    void tell(String personId, String attributes, Instant at);

    /** Ends whatever {@code alias} is linked to and links it to this person. */
    void link(Alias alias, String personId, Instant at);

    void unlink(Alias alias, Instant at);

    /** Makes the first, and all that are merged into it, a part of the second; what was told of it is then the other's. */
    void merge(String personId, String intoId);

    /** Makes a merged person one of its own again. */
    void unmerge(String personId);

    /** Opens a person known by an alias only, unless it is registered. */
    void open(String provisionalId, Instant at);

    void verify(String personId, Map<String, Long> accounts, Instant at);

    /** The phones (raw) and own accounts told of these persons, or of those they are merged into. */
    Belongings belongings(Collection<String> personIds);

    /** Persons who were told to live with this one. */
    List<String> namingAsHousehold(String personId);

    /** What belongs to some persons. */
    record Belongings(Set<String> phones, Set<String> accounts) {
        public static final Belongings NONE = new Belongings(Set.of(), Set.of());
    }
}

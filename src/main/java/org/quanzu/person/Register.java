package org.quanzu.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The register of persons and of what names them. */
public interface Register {

    Optional<Person> find(String personId);

    /** The person {@code alias} is linked to now. */
    Optional<String> linked(Alias alias);

    /** The aliases linked to the person now. */
    Set<Alias> aliasesOf(String personId);

    /** Keeps what was told, as JSON; opens the person when new. */
    void tell(String personId, String attributes, Instant at);

    /** Ends whatever {@code alias} is linked to and links it to this person. */
    void link(Alias alias, String personId, Instant at);

    void unlink(Alias alias, Instant at);

    void merge(String provisionalId, String personId);

    /** Makes a merged person one of its own again, or opens it when it never was. */
    void separate(String provisionalId, Instant at);

    void verify(String personId, Map<String, Long> accounts, Instant at);

    /** The phones (raw) and own accounts told of these persons. */
    Belongings belongings(Collection<String> personIds);

    /** Persons who were told to live with this one. */
    List<String> namingAsHousehold(String personId);

    /** What belongs to some persons. */
    record Belongings(Set<String> phones, Set<String> accounts) {
        public static final Belongings NONE = new Belongings(Set.of(), Set.of());
    }
}

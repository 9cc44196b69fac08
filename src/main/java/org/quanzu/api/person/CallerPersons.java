package org.quanzu.api.person;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.assessment.Persons.PersonView;
import org.quanzu.person.source.PersonAttributes;

/** Persons as the caller of the request may see and change them. */
public interface CallerPersons {

    /** The person, where the caller may know of them. */
    Optional<Seen> find(String personId);

    /** Changes what the caller's source tells of the person; see {@link org.quanzu.assessment.Persons#tell}. */
    Seen tell(String personId, Change change);

    /** Makes two persons one; see {@link org.quanzu.assessment.Persons#merge}. */
    Seen merge(String personId, String otherId, @Nullable String reason);

    /** Makes them two again; see {@link org.quanzu.assessment.Persons#separate}. */
    Seen separate(String personId, String otherId, @Nullable String reason);

    void learn(String personId, Feedback feedback);

    /** A person with the attributes the caller may see, and their version. */
    record Seen(PersonView view, String version) {}

    /**
     * What is told: {@code made} of what the caller's source told before; {@code all} of it, or a part. Only where
     * {@code current} holds of the version.
     */
    record Change(boolean all, Predicate<String> current, UnaryOperator<PersonAttributes> made) {}
}

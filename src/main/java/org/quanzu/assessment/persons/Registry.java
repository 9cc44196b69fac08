package org.quanzu.assessment.persons;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.quanzu.person.Aliases;
import org.quanzu.person.FeedbackLog;
import org.quanzu.person.Identities;
import org.quanzu.person.Person;
import org.quanzu.person.Register;
import org.quanzu.person.link.DeclaredMerges;
import org.quanzu.person.source.JoinedAttributes;
import org.quanzu.person.source.PersonSources;
import org.quanzu.person.source.ToldAttributes;
import tools.jackson.databind.json.JsonMapper;

/** What is known of persons by name, and what was told of them. */
record Registry(
        Register register,
        Aliases aliases,
        Identities identities,
        FeedbackLog feedback,
        PersonSources sources,
        DeclaredMerges merges) {

    /** The id of the person whom this one turned out to be. */
    String nowKnownAs(String personId) {
        return register.find(personId).map(Person::mergedInto).orElse(personId);
    }

    List<ToldAttributes> toldOf(String personId) {
        return sources.told(register.identityOf(personId));
    }

    /** Keeps by source what was told of these before it was kept so. */
    void sort(Collection<String> personIds) {
        sources.told(personIds).stream().filter(told -> !told.stored()).forEach(sources::keep);
    }

    /** Joins anew what all sources told of this person. */
    void rejoin(String personId, Instant now) {
        List<ToldAttributes> told = toldOf(personId);
        boolean toldBefore = register.find(personId).map(Person::attributes).isPresent();
        if (toldBefore || !told.isEmpty()) {
            register.tell(personId, JsonMapper.shared().writeValueAsString(JoinedAttributes.of(told)), now);
        }
    }

    /** All who are forgotten when this person changes. */
    Set<String> identityOf(String personId) {
        return register.identityOf(nowKnownAs(personId));
    }
}

package org.quanzu.person.link;

import java.util.List;

/** The links of persons, those that ended too. */
public interface Links {

    /** The links of a person, the latest first. */
    List<Link> of(String personId);
}

package org.quanzu.platform.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people who may sign in; a hash is what the password encoder made. */
public interface Users {
    String ADMINISTRATOR = "admin";

    boolean exists(String name);

    /** Sets the password of an administrator, who is added when new. */
    void setAdministrator(String name, String hash);

    Optional<User> find(String name);

    /** All of them by name. */
    List<User> list();

    /** Adds a user; false when the name is taken. */
    boolean add(String name, String displayName, Role role, List<String> units, String hash);

    /**
     * Notes that a provider vouches for somebody, who has no password here; false when they are disabled. A name that is
     * known already gets what the provider tells of it now.
     */
    boolean vouchFor(String name, String displayName, Role role, List<String> units);

    /** Sets the password and ends delays; false when nobody has this name. */
    boolean setPassword(String name, String hash);

    /** Shuts a user out, or lets one in again; false when nobody has this name. */
    boolean setDisabled(String name, boolean disabled);

    /**
     * Counts a try to sign in before it is judged, so that no two tries at once slip through, and gives the hash to judge
     * it by; empty when nobody has this name, the user is disabled, or too many tries from this address failed and its
     * delay is not over. Tries from one address never keep the name out at another.
     */
    Optional<String> beginTry(String name, String address);

    /** Forgets the tries that failed from this address, after one that did not. */
    void forgetTries(String name, String address);

    /** Ends the delays of a name, wherever they are; false when there were none. */
    boolean unlock(String name);

    /** Names that are delayed now somewhere, with the number of addresses. */
    Map<String, Integer> delayed();
}

package org.quanzu.console.door;

import java.util.Map;

/** Names that must wait before they are tried again, after too many failed tries to sign in. */
public interface SignInDelays {

    /** The names, with the number of addresses where they wait. */
    Map<String, Integer> now();

    /** Ends the waiting of a name everywhere; false when there was none. */
    boolean end(String name);
}

package org.quanzu.desk.contact;

import java.time.Instant;
import java.util.UUID;

/** How often persons were disturbed, by tries they noticed and by messages; every call joins the caller's transaction. */
public interface Contacts {

    /** Somebody tried to reach the person, who noticed. */
    void tried(String personId, Channel channel, Instant at);

    /** A message went out to the person; counted once however often the order is sent. */
    void told(String personId, UUID order, Instant at);

    /** The message of this order certainly did not go out. */
    void notTold(UUID order);

    int since(String personId, Instant since);
}

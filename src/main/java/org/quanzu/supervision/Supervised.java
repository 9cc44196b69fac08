package org.quanzu.supervision;

/** Something with a background loop; every bean of this type is part of the health of the server. */
@FunctionalInterface
public interface Supervised {

    Heartbeat heartbeat();
}

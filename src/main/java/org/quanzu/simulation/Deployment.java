package org.quanzu.simulation;

import java.util.Locale;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Event;
import org.quanzu.event.MessageEvent;

/** Which data an installation gets: payments, calls, or both. */
public enum Deployment {
    BOTH,
    BANK,
    TELECOM;

    /** Whether an event of this kind reaches the installation. */
    public boolean sees(Event event) {
        boolean ofTelecom = event instanceof CallEvent || event instanceof MessageEvent;
        return switch (this) {
            case BOTH -> true;
            case BANK -> !ofTelecom;
            case TELECOM -> ofTelecom || event instanceof AppActivityEvent activity && seenByTelecom(activity);
        };
    }

    private static boolean seenByTelecom(AppActivityEvent activity) {
        return switch (activity.kind()) {
            case SITE_VISITED, CALL_FORWARDING_SET -> true;
            default -> false;
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

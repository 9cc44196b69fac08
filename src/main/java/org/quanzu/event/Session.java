package org.quanzu.event;

import org.jspecify.annotations.Nullable;

/** What the bank's app saw while the payment was entered; null is unknown. */
public record Session(
        @Nullable String deviceId,
        @Nullable Boolean screenShared,
        @Nullable Boolean remoteControlled,
        @Nullable Boolean callActive) {
    public static final Session UNKNOWN = new Session(null, null, null, null);

    public Session {
        Check.optionalId("/session/deviceId", deviceId);
    }

    public boolean known() {
        return screenShared != null || remoteControlled != null || callActive != null;
    }
}

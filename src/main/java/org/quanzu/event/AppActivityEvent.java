package org.quanzu.event;

import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.DomainForm;

/** Something done on the person's device or account; {@code subject} is an app id or a domain. */
public record AppActivityEvent(
        Header header,
        Kind kind,
        @Nullable String subject,
        @Nullable Boolean offStore) implements Event {

    public AppActivityEvent {
        Check.required("/kind", kind);
        Check.text("/subject", subject, 253);
    }

    @Override
    public String type() {
        return "app_activity";
    }

    /** The app id or domain in its one form, in which they are compared; null where it is unknown. */
    public @Nullable String subjectForm() {
        return DomainForm.of(subject);
    }

    /** What was done. */
    public enum Kind {
        INSTALLED,
        OPENED,
        SITE_VISITED,
        SCREEN_SHARE_STARTED,
        REMOTE_CONTROL_STARTED,
        PAYEE_ADDED,
        LIMIT_RAISED,
        NEW_DEVICE_LOGIN,
        CALL_FORWARDING_SET
    }
}

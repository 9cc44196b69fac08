package org.quanzu.console.door;

import java.util.Map;
import org.quanzu.audit.AuditLog;
import org.quanzu.console.Exported;
import org.quanzu.console.OutOfRole;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Keeps in the audit log who signed in or out, who failed to, who was refused, and who took a file away. */
@Component
class AccessRecord {
    private static final String NOBODY = "unknown";
    private final AuditLog audit;

    AccessRecord(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent success) {
        audit.record(success.getAuthentication().getName(), "sign-in", about(success.getAuthentication()));
    }

    @EventListener
    void on(LogoutSuccessEvent end) {
        audit.record(end.getAuthentication().getName(), "sign-out", about(end.getAuthentication()));
    }

    /** The name as typed is not kept: now and then it is a password. */
    @EventListener
    void on(AbstractAuthenticationFailureEvent failure) {
        audit.record(
                NOBODY,
                "sign-in.failed",
                "user:" + NOBODY,
                Map.of("why", failure.getException().getClass().getSimpleName()));
    }

    @EventListener
    void on(NotLetIn refused) {
        audit.record(refused.who(), "sign-in.refused", "user:" + refused.who(), Map.of("why", refused.why()));
    }

    @EventListener
    void on(OutOfRole refused) {
        audit.record(refused.who(), "refused", "page:" + refused.what());
    }

    @EventListener
    void on(Exported file) {
        audit.record(file.who(), "exported", "file:" + file.what());
    }

    private static String about(Authentication who) {
        return "user:" + who.getName();
    }
}

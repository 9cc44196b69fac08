package org.quanzu.console.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.AuditLog;
import org.quanzu.audit.AuditVerifier;
import org.quanzu.audit.Verification;
import org.quanzu.console.Operator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Goes through the audit log while nobody waits for it; one at a time. */
@Component
class Verifications implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private final AuditLog audit;
    private final AuditVerifier verifier;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "audit-verification");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Run latest;

    Verifications(AuditLog audit, AuditVerifier verifier, Clock clock) {
        this.audit = audit;
        this.verifier = verifier;
        this.clock = clock;
    }

    /** The latest one, running or done; null when there was none since the start. */
    @Nullable Run latest() {
        return latest;
    }

    /** Begins one, unless one is running. */
    synchronized void begin(Operator operator) {
        Run run = latest;
        if (run == null || !run.isRunning()) {
            latest = new Run(operator.name(), clock.instant(), 0, null, false);
            worker.execute(this::verify);
        }
    }

    private void verify() {
        try {
            Verification result = verifier.verify(entries -> update(entries, null, false));
            update(result.entries(), result, false);
            audit.record(
                    running().by(), "audit.verify", "audit:log", Map.of("intact", String.valueOf(result.isIntact())));
        } catch (RuntimeException e) {
            LOG.error("The audit log could not be verified", e);
            update(running().entries(), null, true);
        }
    }

    private Run running() {
        Run run = latest;
        if (run == null) {
            throw new IllegalStateException("Nothing is being verified\nMaybe it was never begun");
        }
        return run;
    }

    private void update(long entries, @Nullable Verification result, boolean failed) {
        Run run = running();
        latest = new Run(run.by(), run.at(), entries, result, failed);
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    /** One verification: by whom and when it was begun, how far it is, and what came of it. */
    public record Run(
            String by, Instant at, long entries, @Nullable Verification result, boolean failed) {
        public boolean isRunning() {
            return result == null && !failed;
        }
    }
}

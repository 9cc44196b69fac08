package org.quanzu.platform.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.AuditVerifier;
import org.quanzu.audit.Verification;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after the audit log, also while the server runs. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Verifies the audit log, also while it grows.")
final class AuditCommand implements Runnable {
    private static final Pattern HEAD = Pattern.compile("\\d{1,18}:[0-9a-f]{64}");
    private final SpringSettings settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    AuditCommand(SpringSettings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: audit verify");
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Checks that every entry follows the one before and none was changed or taken out.")
    int verify(
            @Option(names = "--holds", description = "ID:HASH as printed by an earlier run; must still be there.")
                    @Nullable String head) {
        if (head != null && !HEAD.matcher(head).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "\"" + head + "\" is no ID:HASH\nMaybe copy it from an earlier audit verify");
        }
        try (var context = new SpringApplicationBuilder(AuditContext.class)
                .web(WebApplicationType.NONE)
                .properties("quanzu.database.writer=false")
                .run(settings.toArray())) {
            var verifier = context.getBean(AuditVerifier.class);
            return report(verifier.verify(progress()), head == null || verifier.holds(head), head);
        } finally {
            out().flush();
        }
    }

    private int report(Verification found, boolean held, @Nullable String head) {
        var fault = found.fault();
        if (fault != null) {
            out().printf(Locale.ROOT, "Entry %d of the audit log does not fit: %s%n", fault.id(), fault.why());
            out().println("Maybe it was changed by hand; compare with a backup from before");
        } else if (!held) {
            out().println("The audit log no longer holds " + head);
            out().println("Maybe its end was cut off, or all of it was written anew");
        } else {
            out().printf(
                            Locale.ROOT,
                            "%d entries, each follows the one before%nKeep elsewhere: %s%n",
                            found.entries(),
                            found.head());
        }
        return fault == null && held ? 0 : 1;
    }

    /** Somebody who waits sees how far it is; a file or a pipe does not. */
    private LongConsumer progress() {
        if (System.console() == null) {
            return entries -> {};
        }
        var err = spec.commandLine().getErr();
        return entries -> {
            if (entries % 100_000 == 0) {
                err.printf(Locale.ROOT, "\r%,d entries", entries);
                err.flush();
            }
        };
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

package org.quanzu.platform.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.TreeSet;
import org.quanzu.erasure.PersonErasure;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Erases persons while the server is stopped: as the only writer it needs not know what a server has in memory. */
@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        description = "Erases a person, while the server is stopped.")
final class PersonCommand implements Runnable {
    private final SpringSettings settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    PersonCommand(SpringSettings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: person erase");
    }

    @Command(
            name = "erase",
            mixinStandardHelpOptions = true,
            description = {
                "Removes everything kept of a person, for good, and notes it in the audit log.",
                "The server must be stopped."
            })
    int erase(
            @Option(names = "--id", required = true, description = "Whom.") String personId,
            @Option(names = "--reason", required = true, description = "Why; kept sealed beside the audit log.")
                    String reason) {
        refuseBlank("--id", personId);
        refuseBlank("--reason", reason);
        try (var context = new SpringApplicationBuilder(ErasureContext.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray())) {
            return erase(context.getBean(PersonErasure.class), personId, reason);
        } finally {
            out().flush();
        }
    }

    private void refuseBlank(String option, String value) {
        if (value.isBlank()) {
            throw new ParameterException(spec.commandLine(), option + " is empty\nMaybe write it in quotes");
        }
    }

    private int erase(PersonErasure erasure, String personId, String reason) {
        var identity = erasure.identityOf(personId);
        long rows = erasure.erase(identity, "command", reason);
        if (rows == 0) {
            out().printf(Locale.ROOT, "Nothing is kept of person \"%s\"%n", personId);
            out().println("Maybe the id is misspelt, or the person was erased before");
            return 1;
        }
        out().printf(Locale.ROOT, "Erased %s: %,d rows%n", identity.personId(), rows);
        var others = new TreeSet<>(identity.all());
        others.remove(identity.personId());
        if (!others.isEmpty()) {
            out().println("Erased with it, as the same person: " + String.join(", ", others));
        }
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

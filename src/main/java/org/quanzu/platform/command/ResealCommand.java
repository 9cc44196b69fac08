package org.quanzu.platform.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.quanzu.seal.Reseal;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Seals with the first encryption key what is in clear or sealed with another one, also while the server runs. */
@Command(
        name = "reseal",
        mixinStandardHelpOptions = true,
        description = {
            "Seals everything with the first encryption key, also while the server runs.",
            "It can be stopped and run again; at its end it says which keys are needed no more."
        })
final class ResealCommand implements Callable<Integer> {
    private final SpringSettings settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ResealCommand(SpringSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        try (var context = new SpringApplicationBuilder(ResealContext.class)
                .web(WebApplicationType.NONE)
                .properties("quanzu.database.writer=false")
                .run(settings.toArray())) {
            return report(context.getBean(Reseal.class).run(progress()));
        } finally {
            out().flush();
        }
    }

    private int report(Reseal.Result result) {
        out().printf(Locale.ROOT, "Rows sealed anew: %,d%n", result.rows());
        if (result.left() > 0) {
            var trouble = result.trouble();
            out().printf(
                            Locale.ROOT,
                            "Rows left: %,d%s%n",
                            result.left(),
                            trouble == null ? "" : ". " + firstLine(trouble));
            out().println("Maybe they are in use; run reseal again, and keep all keys until it is done");
            return 1;
        }
        if (result.retired().isEmpty()) {
            out().println("Everything is sealed with the first key");
        } else {
            out().println("Nothing is sealed any more with key " + String.join(", ", result.retired()));
            out().println("Remove it from the encryption keys, and restart");
        }
        return 0;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    /** Somebody who waits sees how far it is; a file or a pipe does not. */
    private Reseal.Progress progress() {
        if (System.console() == null) {
            return (done, of, rows) -> {};
        }
        var err = spec.commandLine().getErr();
        return (done, of, rows) -> {
            if (done % 20 == 0 || done == of) {
                err.printf(
                        Locale.ROOT, "\r%3d %%, %,d rows sealed anew%s", 100 * done / of, rows, done == of ? "\n" : "");
                err.flush();
            }
        };
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

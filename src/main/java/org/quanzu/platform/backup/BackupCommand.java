package org.quanzu.platform.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Saves the database to one file, also while the server runs. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Saves the whole database, as of one moment, to one file, also while the server runs.",
            "The keys are not in it; what is sealed stays sealed."
        })
public final class BackupCommand implements Callable<Integer> {
    private final String[] settings;
    private final String product;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write; not there yet.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** {@code settings} as on the command line; {@code product} is the version of this jar. */
    public BackupCommand(String[] settings, String product) {
        this.settings = settings.clone();
        this.product = product;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        var target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw wrong("The file " + target + " is there already", "give it the day in its name");
        }
        if (target.getParent() == null || !Files.isWritable(target.getParent())) {
            throw wrong("The folder of " + target + " is not there or cannot be written to", "make it first");
        }
        try (var context = new SpringApplicationBuilder(BackupContext.class)
                .web(WebApplicationType.NONE)
                .properties("quanzu.database.writer=false")
                .initializers(fresh -> KeysAtHand.of(fresh.getEnvironment()).requireDatabase(fresh.getEnvironment()))
                .run(settings)) {
            var keys = KeysAtHand.of(context.getEnvironment());
            var writer = new BackupWriter(context.getBean(DataSource.class), product, keys.fingerprintIn(context));
            report(writer.write(target), keys, Files.size(target), target);
            return 0;
        } finally {
            out().flush();
        }
    }

    private ParameterException wrong(String sentence, String maybe) {
        return new ParameterException(spec.commandLine(), sentence + "\nMaybe " + maybe);
    }

    private void report(Manifest manifest, KeysAtHand keys, long bytes, Path target) {
        out().printf(
                        Locale.ROOT,
                        "Saved %,d events and %,d rows in all to %s, %,d bytes%n",
                        manifest.rows("events"),
                        manifest.rows(),
                        target,
                        bytes);
        out().println("Not in it, and needed to restore; keep them elsewhere, apart from it:");
        out().println("  the identity key, " + keys.identityKey());
        out().println("  the encryption keys " + String.join(", ", manifest.encryptionKeys()) + ", "
                + keys.encryptionKeys());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

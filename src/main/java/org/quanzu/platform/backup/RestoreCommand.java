package org.quanzu.platform.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.quanzu.audit.AuditLog;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Brings a backup into an empty data folder or database. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Brings a backup into an empty data folder or database, all of it or nothing.",
            "The keys must be there already: identity.key and encryption.key in the data folder, or set."
        })
public final class RestoreCommand implements Callable<Integer> {
    private final String[] settings;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "A file written by backup.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** {@code settings} as on the command line. */
    public RestoreCommand(String... settings) {
        this.settings = settings.clone();
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (!Files.isReadable(file)) {
            throw new ParameterException(
                    spec.commandLine(), "The file " + file + " cannot be read\nMaybe it is somewhere else");
        }
        try (var backup = new BackupFile(file)) {
            backup.verify();
            restore(backup);
            report(backup.manifest());
            return 0;
        } finally {
            out().flush();
        }
    }

    private void restore(BackupFile backup) throws IOException, SQLException {
        try (var context = new SpringApplicationBuilder(BackupContext.class)
                .web(WebApplicationType.NONE)
                .initializers(fresh -> KeysAtHand.of(fresh.getEnvironment()).requireAll())
                .run(settings)) {
            KeysAtHand.requireFit(context, backup.manifest());
            new RestoreWriter(context.getBean(DataSource.class), backup, context.getBean(AuditLog.class)).restore();
        }
    }

    private void report(Manifest manifest) {
        out().printf(
                        Locale.ROOT,
                        "Restored %,d events and %,d rows in all, as they were at %s%n",
                        manifest.rows("events"),
                        manifest.rows(),
                        manifest.madeAt());
        out().println("What came later is missing: let the sources send it again, with the same ids");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

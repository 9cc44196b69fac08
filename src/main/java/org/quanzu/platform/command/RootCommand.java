package org.quanzu.platform.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quanzu.platform.backup.BackupCommand;
import org.quanzu.platform.backup.RestoreCommand;
import org.quanzu.platform.settings.WrongSetting;
import org.quanzu.platform.simulate.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: settings are set apart, the rest names a command; {@code serve} when it names none. */
@Command(
        name = "quanzu",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Scores payments and calls against editable rules.",
        footer = {"", "Every command takes settings such as --server.port=8081 or --quanzu.data=DIR."})
public final class RootCommand {
    private RootCommand() {}

    /** Runs the command and answers the exit code: 0 fine, 1 findings or failure, 2 wrong usage. */
    public static int run(Class<?> application, String... arguments) {
        var settings = SpringSettings.among(arguments);
        return new CommandLine(new RootCommand())
                .addSubcommand(new ServeCommand(application, settings))
                .addSubcommand(new CheckCommand(settings))
                .addSubcommand(new SimulateCommand(settings::get))
                .addSubcommand(new KeyCommand(settings))
                .addSubcommand(new AuditCommand(settings))
                .addSubcommand(new ResealCommand(settings))
                .addSubcommand(new PersonCommand(settings))
                .addSubcommand(new UserCommand(settings))
                .addSubcommand(new BackupCommand(settings.toArray(), Version.text()))
                .addSubcommand(new RestoreCommand(settings.toArray()))
                .setOut(HostDefaults.out())
                .setErr(HostDefaults.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line))
                .execute(withCommand(arguments));
    }

    private static String[] withCommand(String... arguments) {
        List<String> rest = new ArrayList<>(Arrays.asList(arguments));
        rest.removeIf(SpringSettings::isSetting);
        if (rest.isEmpty()) {
            rest.add(0, "serve");
        }
        return rest.toArray(String[]::new);
    }

    private static int explain(Exception failure, CommandLine line) {
        line.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        return WrongSetting.isCauseOf(failure) ? 2 : 1;
    }
}

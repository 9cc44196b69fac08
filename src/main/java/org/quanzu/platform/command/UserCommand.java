package org.quanzu.platform.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.platform.access.Role;
import org.quanzu.platform.access.Secret;
import org.quanzu.platform.access.User;
import org.quanzu.platform.access.Users;
import org.quanzu.rulefile.RuleFilesReader;
import org.quanzu.rulefile.RuleFolder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.security.crypto.password.PasswordEncoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Adds, lists and shuts out users of the console, also while the server runs. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Adds, lists, disables and enables users of the console, also while the server runs.")
final class UserCommand implements Runnable {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final Pattern UNIT = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private final SpringSettings settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    UserCommand(SpringSettings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        throw wrong("Say what to do: user add, list, disable, enable, unlock or reset-password");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a user and prints the password, once.")
    int add(
            @Option(names = "--name", required = true, description = "The name to sign in with.") String name,
            @Option(
                            names = "--role",
                            required = true,
                            description = "One of operator, supervisor, analyst, approver, admin.")
                    String role,
            @Option(
                            names = "--units",
                            split = ",",
                            defaultValue = "DESK",
                            description = "The units worked for, of those in units.csv of --quanzu.rules=DIR.")
                    List<String> units,
            @Option(names = "--display-name", description = "The name others see; the name when not given.") @Nullable String displayName) {
        var as = role(role);
        var checked = units(units);
        var login = name(name);
        return with((users, encoder) -> {
            var password = Secret.password();
            var shown = displayName == null || displayName.isBlank() ? login : displayName.strip();
            if (!users.add(login, shown, as, checked, hash(encoder, password))) {
                return fail("A user named \"" + login + "\" exists\nMaybe use: user reset-password --name " + login);
            }
            out().println(password);
            return 0;
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all users, without passwords.")
    int list() {
        return with((users, encoder) -> {
            out().printf(Locale.ROOT, "%-20s %-20s %-11s %-24s %s%n", "name", "display name", "role", "units", "state");
            var delayed = users.delayed();
            users.list().forEach(user -> print(user, delayed));
            return 0;
        });
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Shuts a user out, within ten seconds.")
    int disable(@Option(names = "--name", required = true, description = "Who.") String name) {
        return with((users, encoder) -> done(users.setDisabled(name, true), name, "Disabled "));
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Lets a disabled user in again.")
    int enable(@Option(names = "--name", required = true, description = "Who.") String name) {
        return with((users, encoder) -> done(users.setDisabled(name, false), name, "Enabled "));
    }

    @Command(
            name = "unlock",
            mixinStandardHelpOptions = true,
            description = "Ends the delays after failed tries to sign in, at all addresses.")
    int unlock(@Option(names = "--name", required = true, description = "Whose.") String name) {
        return with((users, encoder) -> {
            if (!users.exists(name)) {
                return done(false, name, "");
            }
            out().println(users.unlock(name) ? "Unlocked " + name : "No try of " + name + " had failed");
            return 0;
        });
    }

    @Command(
            name = "reset-password",
            mixinStandardHelpOptions = true,
            description = "Makes a new password and prints it, once; ends delays and open sessions.")
    int resetPassword(@Option(names = "--name", required = true, description = "Whose.") String name) {
        return with((users, encoder) -> {
            var password = Secret.password();
            var found = users.setPassword(name, hash(encoder, password));
            return done(found, name, password + "\nThis is the new password of ");
        });
    }

    private int done(boolean found, String name, String said) {
        if (!found) {
            return fail("No user is named \"" + name + "\"\nMaybe see: user list");
        }
        out().println(said + name);
        return 0;
    }

    private int fail(String message) {
        out().println(message);
        return 1;
    }

    private void print(User user, Map<String, Integer> delayed) {
        var state =
                user.disabled() ? "disabled" : delayed.containsKey(user.name()) ? "delayed at " + delayed.get(user.name()) + " addresses" : "";
        var units = String.join(",", user.units());
        out().printf(
                        Locale.ROOT,
                        "%-20s %-20s %-11s %-24s %s%n",
                        user.name(),
                        user.displayName(),
                        user.role(),
                        units,
                        state);
    }

    private Role role(String word) {
        return Role.of(word)
                .orElseThrow(() -> wrong(
                        "\"" + word + "\" is no role\nMaybe use operator, supervisor, analyst, approver or admin"));
    }

    private List<String> units(List<String> words) {
        var units = words.stream()
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        units.forEach(this::requireUnit);
        return units;
    }

    /** Without rules at hand any word will do that can be a unit. */
    private void requireUnit(String unit) {
        var folder = Path.of(settings.get("quanzu.rules", "rules"));
        if (Files.isDirectory(folder)) {
            RuleFilesReader.adviceOnUnit(RuleFolder.read(folder), unit).ifPresent(advice -> {
                throw wrong("\"" + unit + "\" is no unit of units.csv\nMaybe " + advice);
            });
        } else if (!UNIT.matcher(unit).matches()) {
            throw wrong("\"" + unit + "\" is no unit\nMaybe write it like DESK");
        }
    }

    private String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw wrong("\"" + name + "\" cannot be a name\nMaybe use small letters, digits and . _ @ -");
        }
        return name;
    }

    private static String hash(PasswordEncoder encoder, String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int with(BiFunction<Users, PasswordEncoder, Integer> work) {
        try (var context = new SpringApplicationBuilder(KeyContext.class)
                .web(WebApplicationType.NONE)
                .properties("quanzu.database.writer=false")
                .run(settings.toArray())) {
            return work.apply(context.getBean(Users.class), context.getBean(PasswordEncoder.class));
        } finally {
            out().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

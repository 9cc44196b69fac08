package org.quanzu.platform.command;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.quanzu.platform.settings.SettingsCheck;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The arguments that are settings, such as {@code --server.port=8081}; every command takes them, before or after its name. */
record SpringSettings(List<String> arguments) {
    private static final Pattern SETTING =
            Pattern.compile("--(debug|trace|[A-Za-z][\\w-]*(\\.[\\w\\[\\]-]+)+(=.*)?)", Pattern.DOTALL);

    static SpringSettings among(String... arguments) {
        return new SpringSettings(
                Arrays.stream(arguments).filter(SpringSettings::isSetting).toList());
    }

    static boolean isSetting(String argument) {
        return SETTING.matcher(argument).matches();
    }

    String[] toArray() {
        return arguments.toArray(String[]::new);
    }

    /** A setting as given here or in the environment ({@code QUANZU_RULES} for {@code quanzu.rules}); it is checked. */
    String get(String name, String otherwise) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(toArray()));
        SettingsCheck.check(environment, name);
        return environment.getProperty(name, otherwise);
    }
}

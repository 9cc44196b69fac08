package org.quanzu.platform.settings;

import java.util.List;
import java.util.Locale;
import org.quanzu.outreach.OutreachSettings;
import org.quanzu.outreach.banks.BankSettings;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.platform.signin.OidcSettings;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Checks all settings before the first part is made, for the server as for the short commands. */
public final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        check(context.getEnvironment());
    }

    /** Throws {@link WrongSetting} for the first setting that cannot be. */
    static void check(Environment environment) {
        KnownSettings.ALL.forEach(setting -> check(setting, environment));
        bind(environment, "quanzu", QuanzuSettings.class);
        bind(environment, "quanzu.outreach", OutreachSettings.class);
        bind(environment, "quanzu.banks", BankSettings.class);
        bind(environment, "quanzu.console.oidc", OidcSettings.class);
    }

    /** Throws {@link WrongSetting} when this one setting cannot be, for the commands that start nothing. */
    public static void check(Environment environment, String name) {
        KnownSettings.ALL.stream()
                .filter(setting -> setting.name().equals(name))
                .forEach(setting -> check(setting, environment));
    }

    private static void check(Setting setting, Environment environment) {
        var value = environment.getProperty(setting.name(), "");
        if (!value.isBlank()) {
            setting.advice().apply(value).ifPresent(advice -> {
                throw new WrongSetting(
                        sentence(setting, value), advice + ", as --" + setting.name() + "=… or " + variable(setting));
            });
        }
    }

    private static String sentence(Setting setting, String value) {
        if (setting.secret() && !setting.name().endsWith(".url")) {
            return "The setting " + setting.name() + " cannot be used: it has " + value.length() + " characters";
        }
        return "The setting " + setting.name() + " is \"" + withoutSecrets(value) + "\", which cannot be";
    }

    private static String withoutSecrets(String value) {
        return value.replaceAll("[?].*", "").replaceAll("//[^/@]*@", "//");
    }

    private static String variable(Setting setting) {
        return setting.name().replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT) + " in the environment";
    }

    /** What depends on several settings stands in the constructors of the settings. */
    private static void bind(Environment environment, String prefix, Class<?> settings) {
        try {
            Binder.get(environment).bindOrCreate(prefix, settings);
        } catch (BindException e) {
            throw wrong(e);
        }
    }

    private static WrongSetting wrong(BindException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var lines = String.valueOf(cause.getMessage()).split("\nMaybe ");
            if (lines.length == 2) {
                return new WrongSetting(lines[0], lines[1]);
            }
        }
        var property = failure.getProperty();
        var what = property == null ? failure.getName() + " does not fit" : property.getName() + " does not fit";
        return new WrongSetting("The setting " + what, "see src/docs/operations.md for what it takes");
    }

    static List<String> names() {
        return KnownSettings.ALL.stream().map(Setting::name).toList();
    }
}

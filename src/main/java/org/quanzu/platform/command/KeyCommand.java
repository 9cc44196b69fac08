package org.quanzu.platform.command;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.quanzu.platform.access.ApiKeys;
import org.quanzu.platform.access.Scope;
import org.quanzu.platform.access.Secret;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes API keys, also while the server runs. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Creates, lists and revokes API keys, also while the server runs.")
final class KeyCommand implements Runnable {
    private final SpringSettings settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    KeyCommand(SpringSettings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: key create, key list or key revoke");
    }

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Creates a key and prints it, once.")
    int create(
            @Option(names = "--name", required = true, description = "Whose key it is.") String name,
            @Option(names = "--scopes", required = true, split = ",", description = "Any of score,ingest,rules,read,all-sources,clear.")
                    List<String> scopes,
            @Option(names = "--source", description = "The source of its events; the name when not given.") @Nullable String source,
            @Mixin KeyBounds bounds) {
        var allowed = scopes(scopes);
        var limits = bounds.limits(spec.commandLine());
        return withKeys(keys -> {
            var key = Secret.apiKey();
            keys.add(key, name, source == null ? name : source, allowed, limits);
            out().println(key);
            return 0;
        });
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists all keys, without the keys themselves.")
    int list() {
        return withKeys(keys -> {
            out().printf(
                            Locale.ROOT,
                            "%-24s %-24s %-24s %-20s %-20s %s%n",
                            "name",
                            "source",
                            "scopes",
                            "created",
                            "revoked",
                            "limits");
            keys.list().forEach(this::print);
            return 0;
        });
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Revokes a key, within ten seconds.")
    int revoke(@Option(names = "--name", required = true, description = "Whose key it is.") String name) {
        return withKeys(keys -> {
            var revoked = keys.revoke(name);
            out().println(
                            revoked
                                    ? "Revoked " + name
                                    : "No key in force is named \"" + name + "\"\nMaybe see: key list");
            return revoked ? 0 : 1;
        });
    }

    private void print(ApiKeys.Entry key) {
        var revoked = key.revokedAt() == null ? "" : key.revokedAt().toString();
        var scopes = String.join(",", key.scopes());
        out().printf(
                        Locale.ROOT,
                        "%-24s %-24s %-24s %-20.20s %-20.20s %s%n",
                        key.name(),
                        key.source(),
                        scopes,
                        key.createdAt(),
                        revoked,
                        KeyBounds.shown(key.limits()));
    }

    private Set<Scope> scopes(List<String> words) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : words) {
            scopes.add(Scope.of(word)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "\"" + word + "\" is no scope\nMaybe use score, ingest, rules, read, all-sources or clear")));
        }
        return scopes;
    }

    private int withKeys(ToIntFunction<ApiKeys> work) {
        try (var context = new SpringApplicationBuilder(KeyContext.class)
                .web(WebApplicationType.NONE)
                .properties("quanzu.database.writer=false")
                .run(settings.toArray())) {
            return work.applyAsInt(context.getBean(ApiKeys.class));
        } finally {
            out().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

package org.quanzu.platform.command;

import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.quanzu.platform.StartFailure;
import org.quanzu.profile.Bounds;
import org.quanzu.rules.RuleCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the rule files against the stories; the work is done by the {@link RuleCheck} this jar provides. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the rules in --quanzu.rules=DIR against the stories in --quanzu.simulations=DIR.")
final class CheckCommand implements Callable<Integer> {
    private final SpringSettings settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    CheckCommand(SpringSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        var rules = Path.of(settings.get("quanzu.rules", "rules"));
        var simulations = Path.of(settings.get("quanzu.simulations", "simulations"));
        var out = spec.commandLine().getOut();
        var code = check().run(rules, simulations, Bounds.of(settings::get), out);
        out.flush();
        return code;
    }

    private static RuleCheck check() {
        return ServiceLoader.load(RuleCheck.class)
                .findFirst()
                .orElseThrow(() -> new StartFailure(
                        "This jar provides no check of rules",
                        "META-INF/services/" + RuleCheck.class.getName() + " is missing"));
    }
}

package org.quanzu.platform.simulate;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.quanzu.platform.StartFailure;
import org.quanzu.profile.Bounds;
import org.quanzu.rulefile.Draft;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.Reading;
import org.quanzu.rulefile.RuleFilesReader;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSetFactory;
import org.quanzu.rules.RuleSetFactory.Made;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.city.CityReader;
import org.quanzu.simulation.script.Shift;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets a made-up city live and tells what the rules make of it. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Tells the rules in --quanzu.rules=DIR every event of a made-up city, and writes a report.")
public final class SimulateCommand implements Callable<Integer> {
    private final BinaryOperator<String> settings;

    @Mixin
    private final Options options = new Options();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** {@code settings} answers a setting by its name, or what it is when nobody set it. */
    public SimulateCommand(BinaryOperator<String> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        check();
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (Files.isDirectory(options.file)) {
                learn(out);
            } else {
                live(out);
            }
        } finally {
            out.flush();
        }
        return 0;
    }

    private void learn(PrintWriter out) {
        Path simulations = Path.of(settings.apply("quanzu.simulations", "simulations"));
        new Learning(ruleSet(), options, simulations, out).run(folder(options.seed == null ? 1 : options.seed));
    }

    /** Rules are compiled last, and only where they are asked: it takes ten seconds. */
    private void live(PrintWriter out) {
        City city = city();
        Path folder = folder(city.seed());
        if (options.export != null) {
            new Telling(city, folder, out).export();
        } else if (options.to != null) {
            new Telling(city, folder, out).tell(options.to, key(), options.rate);
        } else {
            new Scoring(ruleSet(), city, options, out).run(folder);
        }
    }

    private void check() {
        refuse(options.threads < 1, "--threads", options.threads, "leave it out");
        refuse(options.rate <= 0, "--rate", options.rate, "--rate 200");
        refuse(options.shift < 0 || options.shift >= 1, "--shift", options.shift, "--shift 0.33");
        if (options.persons != null) {
            refuse(options.persons < 1, "--persons", options.persons, "--persons 1000");
        }
        if (options.seed != null) {
            refuse(options.seed < 0, "--seed", options.seed, "--seed 1");
        }
        refuse(options.to != null && options.export != null, "--to", "beside --export", "run it once for each");
        refuse(
                options.calibrate && (options.to != null || options.export != null),
                "--calibrate",
                "without scoring",
                "leave out --to and --export");
        boolean period = Files.isDirectory(options.file);
        refuse(
                period && !options.calibrate,
                options.file.toString(),
                "a folder",
                "add --calibrate, or name a city's file in it");
        refuse(period && options.shift != 0, "--shift", "for a labelled period", "leave it out");
        refuse(period && options.persons != null, "--persons", "for a labelled period", "leave it out");
        refuse(options.warmUp < 0, "--warm-up", options.warmUp, "--warm-up 30");
    }

    private void refuse(boolean wrong, String option, Object value, String maybe) {
        if (wrong) {
            throw new ParameterException(
                    spec.commandLine(), option + " is " + value + ", which cannot be\nMaybe " + maybe);
        }
    }

    private RuleSet ruleSet() {
        Made made = new RuleSetFactory(Bounds.of(settings)).make(RuleFolder.read(rules()));
        RuleSet ruleSet = made.ruleSet();
        if (ruleSet == null) {
            throw unusable(made.problems());
        }
        return ruleSet;
    }

    private List<Family> families() {
        Reading reading = RuleFilesReader.read(RuleFolder.read(rules()), Bounds.of(settings));
        Draft draft = reading.draft();
        if (draft == null) {
            throw unusable(reading.problems());
        }
        return draft.families();
    }

    private Path rules() {
        return Path.of(settings.apply("quanzu.rules", "rules"));
    }

    private StartFailure unusable(List<Problem> problems) {
        problems.forEach(spec.commandLine().getErr()::println);
        return new StartFailure("The rules in " + rules() + " cannot be used", "quanzu check says more");
    }

    private City city() {
        Set<String> families =
                families().stream().filter(Family::ofScam).map(Family::id).collect(Collectors.toSet());
        City city = new CityReader(new Shift(options.shift, options.seed == null ? 1 : options.seed), families)
                .read(options.file);
        return city.with(
                options.persons == null ? city.persons() : options.persons,
                options.seed == null ? city.seed() : options.seed);
    }

    private Path folder(long seed) {
        if (options.out != null) {
            return options.out;
        }
        String name = String.valueOf(options.file.getFileName()).replaceFirst("\\.ya?ml$", "");
        return Path.of(settings.apply("quanzu.data", "data"))
                .resolve("simulated")
                .resolve(name + "-" + seed);
    }

    private String key() {
        String key = settings.apply("quanzu.api-key", "");
        if (key.isBlank()) {
            throw new StartFailure("There is no API key for " + options.to, "export " + Options.KEY + "=…");
        }
        return key;
    }
}

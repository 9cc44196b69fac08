package org.quanzu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.rulefile.CheckedRule;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFilesReader;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.scoring.Evaluator.Evaluation;
import org.quanzu.testkit.Events;
import org.quanzu.watchlist.Watchlists;

/** Shipped rules with words deleted, doubled and exchanged: refused with their place, or loaded and evaluated. */
class RuleMutationTest {
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[\\w$]+|[<>=!&|]+|\\S");
    private static final RuleFiles SHIPPED = RuleFolder.read(java.nio.file.Path.of("rules"));
    private static final List<String> RULES = SHIPPED.all().keySet().stream()
            .filter(path -> path.endsWith(".drl"))
            .toList();
    private static final int COMPILED = 150;

    @Property(tries = 1_500)
    void refusesAMutatedRuleWithItsPlaceOrTakesIt(@ForAll long seed) {
        Random random = new Random(seed);
        String path = RULES.get(random.nextInt(RULES.size()));

        List<Problem> problems = RuleFilesReader.problemsOf(path, mutated(path, random));

        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(path);
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
            assertThat(problem.message()).contains("\nMaybe ").doesNotContain("Exception", "cannot be read");
        });
    }

    @Example
    void compilesAndEvaluatesWhatIsNotRefused() {
        List<CheckedRule> taken = new ArrayList<>();
        for (int seed = 0; taken.size() < COMPILED; seed++) {
            Random random = new Random(seed);
            String path = RULES.get(random.nextInt(RULES.size()));
            try {
                String prefix = SHIPPED.all().get(path).replaceAll("(?s).*@id\\(([A-Z]+)-.*", "$1");
                taken.add(RuleFilesReader.readAlone(path, prefix, mutated(path, random)));
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("Maybe");
            }
        }

        RuleCompilation.Result result = new RuleCompilation(null).compile(taken);

        assertThat(result.problems()).isEmpty();
        Profile profile = Profile.empty("p-1");
        profile = Update.of(
                        profile,
                        Events.liveCall("c-1", Events.NOON, "+44 20 7946 0958"),
                        Surroundings.UNKNOWN,
                        Watchlists.EMPTY)
                .after();
        profile = Update.of(
                        profile,
                        Events.payment("t-1", Events.NOON.plusMinutes(30), "8600", "a"),
                        Surroundings.UNKNOWN,
                        Watchlists.EMPTY)
                .after();
        Evaluation found = result.evaluator().evaluate(profile.factsNow(), profile.latestMillis());
        assertThat(found.cutOff()).isEmpty();
        assertThat(found.hits()).isNotEmpty();
    }

    /** One to three changes between when and then. */
    private static String mutated(String path, Random random) {
        String text = SHIPPED.all().get(path);
        int when = text.indexOf("\nwhen") + "\nwhen".length();
        int then = text.lastIndexOf("\nthen");
        List<String> tokens = new ArrayList<>(TOKEN.matcher(text.substring(when, then))
                .results()
                .map(MatchResult::group)
                .toList());
        for (int changes = 1 + random.nextInt(3); changes > 0 && tokens.size() > 1; changes--) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(4)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(at));
                case 2 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
                default -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
            }
        }
        return text.substring(0, when) + "\n" + String.join(" ", tokens) + text.substring(then);
    }
}

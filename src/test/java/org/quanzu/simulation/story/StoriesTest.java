package org.quanzu.simulation.story;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSetFactory;
import org.quanzu.rules.RuleSetFactory.Made;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.Deployment;

class StoriesTest {
    private static RuleSet ruleSet;
    private static List<StoryRun> runs;

    @BeforeAll
    static void tellsEveryStory() {
        Made made = new RuleSetFactory().make(RuleFolder.read(Path.of("rules")));
        assertThat(made.problems()).isEmpty();
        ruleSet = Objects.requireNonNull(made.ruleSet());
        runs = StoryCheck.runs(ruleSet, Stories.read(Path.of("simulations")));
    }

    @TestFactory
    Stream<DynamicTest> answersAsExpected() {
        return runs.stream()
                .map(run -> DynamicTest.dynamicTest(
                        run.story().path() + " " + run.deployment().word(),
                        () -> assertThat(run.failures()).isEmpty()));
    }

    @Test
    void firesEveryLiveRule() {
        assertThat(StoryCheck.unfired(ruleSet, runs)).extracting(Rule::id).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"loan", "order_brushing", "fake_logistics"})
    void warnsInAtLeastEightStoriesOfAFamily(String family) {
        long warned = storiesIn(family).stream()
                .filter(run -> rank(run) >= rank("ORANGE"))
                .map(StoryRun::story)
                .distinct()
                .count();

        assertThat(warned).isGreaterThanOrEqualTo(8);
    }

    @TestFactory
    Stream<DynamicTest> leavesOrdinaryPeopleAlone() {
        List<Story> ordinary = stories("ordinary");

        assertThat(ordinary).hasSizeGreaterThanOrEqualTo(20);
        return inEveryDeployment(ordinary, run -> {
            assertThat(run.assessments()).extracting(Assessment::decision).doesNotContain(Decision.HOLD);
            assertThat(run.assessments())
                    .allSatisfy(one -> assertThat(rank(one.level()))
                            .as(StoryRun.summary(one))
                            .isLessThanOrEqualTo(rank("YELLOW")));
        });
    }

    @TestFactory
    Stream<DynamicTest> staysQuietInAnOrdinaryMonth() {
        List<Story> months = stories("baseline");

        assertThat(months).hasSizeGreaterThanOrEqualTo(20);
        return inEveryDeployment(
                months,
                run -> assertThat(run.assessments())
                        .allSatisfy(one -> assertThat(rank(one.level()))
                                .as(StoryRun.summary(one))
                                .isLessThanOrEqualTo(rank("BLUE"))));
    }

    @Test
    void shipsEnoughLiveRules() {
        Map<String, Long> live =
                ruleSet.rules().stream().filter(Rule::live).collect(groupingBy(Rule::family, counting()));

        assertThat(live).hasEntrySatisfying("loan", count -> assertThat(count).isGreaterThanOrEqualTo(14));
        assertThat(live)
                .hasEntrySatisfying("order_brushing", count -> assertThat(count).isGreaterThanOrEqualTo(14));
        assertThat(live)
                .hasEntrySatisfying("fake_logistics", count -> assertThat(count).isGreaterThanOrEqualTo(14));
        assertThat(live)
                .hasEntrySatisfying("general", count -> assertThat(count).isGreaterThanOrEqualTo(8));
        assertThat(live)
                .hasEntrySatisfying("ordinary", count -> assertThat(count).isGreaterThanOrEqualTo(12));
    }

    private static Stream<DynamicTest> inEveryDeployment(List<Story> stories, Consumer<StoryRun> check) {
        return stories.stream()
                .flatMap(story -> Arrays.stream(Deployment.values())
                        .map(deployment -> DynamicTest.dynamicTest(
                                story.name() + " " + deployment.word(),
                                () -> check.accept(StoryRun.of(story, deployment, ruleSet)))));
    }

    private static List<StoryRun> storiesIn(String folder) {
        return runs.stream().filter(run -> run.story().folder().equals(folder)).toList();
    }

    private static List<Story> stories(String folder) {
        return storiesIn(folder).stream().map(StoryRun::story).distinct().toList();
    }

    private static int rank(StoryRun run) {
        Assessment worst = run.worst(ruleSet);
        return worst == null ? 0 : rank(worst.level());
    }

    private static int rank(String level) {
        return ruleSet.levels().byCode(level).rank();
    }
}

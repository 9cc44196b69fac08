package org.quanzu.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quanzu.assessor.Assessor;
import org.quanzu.assessor.AssessorResult.Assessed;
import org.quanzu.assessor.PersonState;
import org.quanzu.assessor.PersonStateCodec;
import org.quanzu.eventjson.StoredEventReader;
import org.quanzu.fact.Attributes;
import org.quanzu.profile.Bounds;
import org.quanzu.profile.Profile;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.Deployment;
import org.quanzu.simulation.run.RecordedCity;
import org.quanzu.simulation.story.Stories;
import org.quanzu.simulation.story.Story;
import org.quanzu.simulation.story.StoryRun;
import org.quanzu.testkit.ShippedRules;

/**
 * Compares every answer to the stories and to a recorded village with what was answered when it was recorded, byte for byte.
 * The shipped rules and their version may change; the version is left out of the comparison. After a change that is meant,
 * read the differences, then make the recording anew with {@code -Dquanzu.recording=make} (in the environment:
 * {@code JAVA_TOOL_OPTIONS}). {@code -Dquanzu.recording=city} lives the village anew first, which is hardly ever wanted.
 */
class RecordedAnswersTest {
    private static final Path FOLDER = Path.of("src/test/resources/recorded");
    private static final Path CITY = FOLDER.resolve("village.ndjson.gz");
    private static final String RECORDING = System.getProperty("quanzu.recording", "");
    private static final int PERSONS = 40;
    private static final long SEED = 13;
    private static final int STORED = 15;
    private static final int SOMETIMES = 7;

    private static RuleSet ruleSet;

    @BeforeAll
    static void readsTheShippedRules() {
        RuleSet shipped = ShippedRules.RULE_SET;
        ruleSet = new RuleSet(
                "recorded",
                shipped.families(),
                shipped.rules(),
                shipped.scorecard(),
                shipped.levels(),
                shipped.actions(),
                shipped.practice(),
                shipped.scripts(),
                shipped.watchlists(),
                shipped.evaluator(),
                Bounds.STANDARD);
    }

    @Test
    void answersTheStoriesAsRecorded() throws IOException {
        RecordedLines lines = new RecordedLines();

        for (Story story : Stories.read(Path.of("simulations"))) {
            for (Deployment deployment : deployments(story)) {
                String who = story.path() + "/" + deployment.word();
                lines.addAll(who, StoryRun.of(story, deployment, ruleSet).assessments());
            }
        }

        compare("stories.txt", lines.all());
    }

    private static Set<Deployment> deployments(Story story) {
        Set<Deployment> deployments = new TreeSet<>();
        story.expectations().forEach(expected -> deployments.add(expected.deployment()));
        return deployments;
    }

    @Test
    void answersTheVillageAsRecorded() throws IOException {
        if (RECORDING.equals("city")) {
            RecordedCity.simulate(Path.of("simulations/village.yaml"), PERSONS, SEED)
                    .write(CITY);
        }
        RecordedCity city = RecordedCity.read(CITY, StoredEventReader::read);
        RuleSet knowing = city.knownTo(ruleSet);
        RecordedLines lines = new RecordedLines();

        city.persons().forEach(person -> lines.addAll(person.personId(), assessments(person, knowing, false)));

        compare("village.txt", lines.all());
    }

    @Test
    void answersTheSameWhereverStatesAreStoredAndReadBack() {
        RecordedCity city = RecordedCity.read(CITY, StoredEventReader::read);
        RuleSet knowing = city.knownTo(ruleSet);

        assertThat(city.persons().subList(0, STORED))
                .allSatisfy(person ->
                        assertThat(assessments(person, knowing, true)).isEqualTo(assessments(person, knowing, false)));
    }

    private static List<Assessment> assessments(RecordedCity.Person person, RuleSet knowing, boolean stored) {
        Attributes told = person.told()
                .withNumbers(it -> knowing.watchlists().numberPlan().read(it).value());
        PersonState state = PersonState.of(
                Profile.empty(person.personId()).seenWith(knowing.watchlists()).withAttributes(told));
        List<Assessment> assessments = new ArrayList<>();
        for (RecordedCity.Step step : person.steps()) {
            Assessed scored = Assessor.assessNew(state, step.event(), step.surroundings(), knowing);
            state = stored && assessments.size() % SOMETIMES == 0
                    ? PersonStateCodec.read(
                            PersonStateCodec.write(scored.after()), person.personId(), told, knowing.watchlists())
                    : scored.after();
            assessments.add(scored.assessment());
        }
        return assessments;
    }

    private static void compare(String name, List<String> answered) throws IOException {
        Path file = FOLDER.resolve(name);
        if (!RECORDING.isEmpty()) {
            Files.write(file, answered, StandardCharsets.UTF_8);
        }
        List<String> recorded = Files.readAllLines(file, StandardCharsets.UTF_8);
        Set<String> known = recorded.stream().map(RecordedAnswersTest::subject).collect(Collectors.toSet());
        List<String> compared =
                answered.stream().filter(line -> known.contains(subject(line))).toList();
        assertThat(without(recorded, compared))
                .as(
                        "lines of %s that are answered otherwise; now it is%n%s%n",
                        file, String.join("\n", without(compared, recorded)))
                .isEmpty();
        assertThat(compared).as("the lines of %s in their order", file).isEqualTo(recorded);
    }

    /** Whom a line is about; a story that was written since the recording is not compared. */
    private static String subject(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static List<String> without(List<String> some, List<String> others) {
        Set<String> left = new LinkedHashSet<>(some);
        left.removeAll(Set.copyOf(others));
        return List.copyOf(left);
    }
}

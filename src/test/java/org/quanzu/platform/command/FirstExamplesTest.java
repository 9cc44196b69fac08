package org.quanzu.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.event.Event;
import org.quanzu.eventjson.EventReader;
import org.quanzu.eventjson.EventType;
import org.quanzu.fact.Surroundings;
import org.quanzu.problem.Json;
import org.quanzu.profile.Profile;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSetFactory;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Scoring;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a newcomer sends first, from the READMEs and from the first start, gets the answer that is promised there. */
class FirstExamplesTest {
    private static final EventReader READER = new EventReader(Clock.systemUTC());
    private static final String CURL_THAT_PRINTS = "curl() { printf '%s\\n' \"$2\"; cat; printf '\\0'; }\n";

    private static RuleSet ruleSet;

    @BeforeAll
    static void compilesTheShippedRules() {
        ruleSet = Objects.requireNonNull(
                new RuleSetFactory().make(RuleFolder.read(Path.of("rules"))).ruleSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void theReadmesCommandsGetTheAnswerItShows(String readme) throws Exception {
        String page = Files.readString(Path.of(readme));
        JsonNode promised = JsonMapper.shared().readTree(fenced(page, "json"));

        List<JsonNode> answers = answers(requests(fenced(page, "bash")));

        assertThat(answers).extracting(one -> one.path("level").asString()).containsExactly("NONE", "RED");
        assertThat(answers.get(0).path("decision").asString()).isEqualTo("ALLOW");
        includes(answers.get(1), promised);
    }

    @Test
    void theFirstStartsCommandGetsTheAnswerItNames() {
        String banner = new FirstStart(null, new MockEnvironment(), Clock.systemUTC(), System.out).example("key");

        List<JsonNode> answers = answers(banner.lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> READER.read(line.getBytes(StandardCharsets.UTF_8), "bank"))
                .toList());

        assertThat(answers)
                .extracting(
                        one -> one.path("level").asString(),
                        one -> one.path("decision").asString())
                .containsExactly(tuple("NONE", "ALLOW"), tuple("RED", "HOLD"));
    }

    /** The block in {@code language} that tells of a payment, in the section about scoring. */
    private static String fenced(String page, String language) {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        while (block.find()) {
            if (block.group(1).contains("8600.00")) {
                return block.group(1);
            }
        }
        throw new AssertionError("The page shows no " + language + " with the payment of 8600.00");
    }

    /** Runs the commands as they stand, with a curl that prints what it would send. */
    private static List<Event> requests(String commands) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-eu", "-c", CURL_THAT_PRINTS + commands);
        shell.environment().put("QUANZU_API_KEY", "key");
        Process bash = shell.start();
        String sent = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return Arrays.stream(sent.split("\0")).map(FirstExamplesTest::event).toList();
    }

    private static Event event(String request) {
        String address = request.substring(0, request.indexOf('\n'));
        byte[] body = request.substring(address.length()).getBytes(StandardCharsets.UTF_8);
        EventType type = address.endsWith("/api/v1/calls") ? EventType.CALL : EventType.TRANSACTION;
        return READER.read(body, type, "bank");
    }

    private static List<JsonNode> answers(List<Event> events) {
        Profile profile = Profile.empty("p");
        List<JsonNode> answers = new ArrayList<>();
        for (Event event : events) {
            Scoring.Scored scored = Scoring.score(profile, event, Surroundings.UNKNOWN, ruleSet);
            profile = scored.after();
            answers.add(JsonMapper.shared().readTree(Json.bytes(scored.assessment())));
        }
        return answers;
    }

    /** Every field shown is there with the same value; of each list shown, every element is among the answer's. */
    private static void includes(JsonNode answer, JsonNode shown) {
        if (shown.isObject()) {
            shown.properties().forEach(field -> includes(answer.path(field.getKey()), field.getValue()));
        } else if (shown.isArray()) {
            shown.forEach(element ->
                    assertThat(answer.values()).as("what the answer lists").anySatisfy(one -> includes(one, element)));
        } else {
            assertThat(answer).isEqualTo(shown);
        }
    }
}

package org.quanzu.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.TransactionEvent;
import org.quanzu.problem.Json;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Rule;
import org.springframework.http.HttpMethod;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentTest {

    static JsonNode document() throws IOException {
        try (InputStream yaml = DocumentTest.class.getResourceAsStream("/openapi.yaml")) {
            Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return JsonMapper.shared().readTree(Json.bytes(loaded));
        }
    }

    /** One example of a request: how to send it. */
    record Example(HttpMethod method, String path, String type, String body) {}

    static List<Example> examples() throws IOException {
        return document().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .flatMap(verb -> verb.getValue().path("requestBody").path("content").properties().stream()
                                .flatMap(content -> content.getValue().path("examples").values().stream()
                                        .map(example ->
                                                example(path.getKey(), verb.getKey(), content.getKey(), example)))))
                .toList();
    }

    private static Example example(String path, String verb, String type, JsonNode example) {
        JsonNode value = example.path("value");
        String body = value.isString() ? value.asString() : value.toString();
        String filled = path.replace("/api/v1", "").replace("{eventId}", "t-3").replace("{id}", "p-1");
        return new Example(HttpMethod.valueOf(verb.toUpperCase()), filled, type, body);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void acceptsItsExamples(Example example) {
        Calls calls = new Calls();
        calls.send(HttpMethod.PUT, "/persons/p-1", "application/json", "{}".getBytes(UTF_8));

        var answer = calls.send(
                example.method(), example.path(), example.type(), example.body().getBytes(UTF_8));

        assertThat(answer).hasStatusOk().bodyText().doesNotContain("urn:quanzu:problem");
    }

    @Test
    void hasAnExampleOfEveryBody() throws IOException {
        assertThat(examples())
                .extracting(Example::path)
                .contains(
                        "/transactions",
                        "/calls",
                        "/messages",
                        "/app-activities",
                        "/transactions/t-3/status",
                        "/events",
                        "/assessments/preview",
                        "/persons/p-1",
                        "/persons/p-1/feedback");
    }

    private static List<String> words(Object[] constants) {
        return Arrays.stream(constants).map(Object::toString).toList();
    }

    @Test
    void listsTheWordsThereAre() throws IOException {
        JsonNode schemas = document().path("components").path("schemas");
        Map<String, Object[]> known = Map.ofEntries(
                Map.entry("/Direction", Direction.values()),
                Map.entry("/Transaction/properties/purpose", TransactionEvent.Purpose.values()),
                Map.entry("/Transaction/properties/channel", TransactionEvent.Channel.values()),
                Map.entry("/TransactionStatus", TransactionEvent.Status.values()),
                Map.entry("/Counterparty/properties/kind", Counterparty.Kind.values()),
                Map.entry("/Call/properties/state", CallEvent.State.values()),
                Map.entry("/Message/properties/channel", MessageEvent.Channel.values()),
                Map.entry("/AppActivity/properties/kind", AppActivityEvent.Kind.values()),
                Map.entry("/Decision", Decision.values()),
                Map.entry("/Assessment/properties/stage", Rule.Stage.values()),
                Map.entry("/Evidence", Evidence.values()),
                Map.entry("/RuleStatus", Rule.Status.values()));

        known.forEach((pointer, constants) -> assertThat(
                        schemas.at(pointer).path("enum").values())
                .as(pointer)
                .extracting(JsonNode::asString)
                .hasSameElementsAs(new TreeSet<>(words(constants))));
    }
}

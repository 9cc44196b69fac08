package org.quanzu.desk.timeline;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.timeline.Latest.Reason;
import org.quanzu.desk.timeline.Latest.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an assessment as it went out. */
final class AnswerReader {
    private AnswerReader() {}

    static Latest read(byte[] answer) {
        JsonNode json = JsonMapper.shared().readTree(answer);
        return new Latest(
                json.path("eventId").asString(),
                OffsetDateTime.parse(json.path("occurredAt").asString()),
                json.path("level").asString(),
                text(json, "family"),
                json.path("score").asInt(),
                text(json, "stage"),
                json.path("decision").asString(),
                new BigDecimal(json.path("amountAtRisk").asString()),
                each(json.path("reasons"), AnswerReader::reason),
                each(json.path("plan"), AnswerReader::step),
                each(json.path("missing"), JsonNode::asString));
    }

    private static Reason reason(JsonNode json) {
        return new Reason(
                json.path("rule").asString(),
                json.path("points").asInt(),
                json.path("evidence").asString(),
                json.path("text").path("en").asString(),
                json.path("text").path("zh").asString(),
                each(json.path("events"), JsonNode::asString));
    }

    private static Step step(JsonNode json) {
        return new Step(
                json.path("action").asString(),
                json.path("channel").asString(),
                json.path("unit").asString(),
                OffsetDateTime.parse(json.path("dueAt").asString()),
                text(json, "script"));
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() ? value.asString() : null;
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        array.forEach(one -> list.add(read.apply(one)));
        return list;
    }
}

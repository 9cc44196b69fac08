package org.quanzu.assessment;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.PlanStep;
import org.quanzu.scoring.Assessment.Reason;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads back an assessment as {@link AssessmentJson} wrote it, also one of an earlier version. */
public final class AssessmentReader {
    private AssessmentReader() {}

    public static Assessment read(byte[] answer) {
        JsonNode json = JsonMapper.shared().readTree(answer);
        return new Assessment(
                needed(json, "assessmentId"),
                needed(json, "personId"),
                needed(json, "eventId"),
                OffsetDateTime.parse(needed(json, "occurredAt")),
                needed(json, "level"),
                text(json, "family"),
                json.path("score").asInt(),
                scores(json.path("scores")),
                word(json, "stage", Rule.Stage.class),
                flag(json, "implicated"),
                Decision.valueOf(needed(json, "decision")),
                time(json, "holdUntil"),
                new BigDecimal(needed(json, "amountAtRisk")),
                each(json.path("plan"), AssessmentReader::step),
                each(json.path("reasons"), AssessmentReader::reason),
                each(json.path("missing"), name -> Evidence.valueOf(name.asString())),
                needed(json, "ruleSet"),
                time(json, "validUntil"),
                flag(json, "late"),
                each(json.path("experimental"), JsonNode::asString),
                each(json.path("cutOff"), JsonNode::asString),
                flag(json, "protectiveTransfer"),
                each(json.path("notes"), JsonNode::asString));
    }

    private static PlanStep step(JsonNode json) {
        return new PlanStep(
                needed(json, "action"),
                needed(json, "channel"),
                needed(json, "unit"),
                OffsetDateTime.parse(needed(json, "dueAt")),
                needed(json, "script"));
    }

    private static Reason reason(JsonNode json) {
        JsonNode text = json.path("text");
        return new Reason(
                needed(json, "rule"),
                json.path("points").asInt(),
                Evidence.valueOf(needed(json, "evidence")),
                new Text(needed(text, "en"), needed(text, "zh")),
                each(json.path("events"), JsonNode::asString));
    }

    private static Map<String, Integer> scores(JsonNode json) {
        Map<String, Integer> scores = new TreeMap<>();
        json.properties()
                .forEach(score -> scores.put(score.getKey(), score.getValue().asInt()));
        return scores;
    }

    private static String needed(JsonNode json, String name) {
        String value = text(json, name);
        if (value == null) {
            throw new IllegalStateException("A recorded assessment has no \"" + name
                    + "\"\nMaybe another version wrote it; look at the version that made this database");
        }
        return value;
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() ? value.asString() : null;
    }

    private static boolean flag(JsonNode json, String name) {
        return json.path(name).asBoolean(false);
    }

    private static @Nullable OffsetDateTime time(JsonNode json, String name) {
        String value = text(json, name);
        return value == null ? null : OffsetDateTime.parse(value);
    }

    private static <E extends Enum<E>> @Nullable E word(JsonNode json, String name, Class<E> type) {
        String value = text(json, name);
        return value == null ? null : Enum.valueOf(type, value);
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        array.forEach(one -> list.add(read.apply(one)));
        return list;
    }
}

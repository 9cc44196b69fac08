package org.quanzu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every problem has in common, whoever tells it. */
public final class Problems {
    private static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    public static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(MEDIA_TYPE);
        assertProblem(answer.body(), status);
    }

    public static void assertProblem(String json, int status) {
        JsonNode problem = JsonMapper.shared().readTree(json);

        assertThat(problem.path("status").asInt()).as(json).isEqualTo(status);
        assertThat(problem.path("type").asString()).startsWith("urn:quanzu:problem:");
        assertThat(problem.path("title").asString()).isNotBlank();
        assertAdvice(problem.path("detail").asString());
        assertThat(json).doesNotContain("Exception", "org.quanzu", "\\tat ");
    }

    private static void assertAdvice(String detail) {
        assertThat(detail.lines().filter(line -> line.startsWith("Maybe "))).hasSize(1);
        assertThat(detail.lines()).last().asString().startsWith("Maybe ");
    }
}

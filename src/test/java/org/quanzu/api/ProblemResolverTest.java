package org.quanzu.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProblemResolverTest {
    private final Calls calls = new Calls();

    @AfterEach
    void nothingWasTaken() {
        assertThat(calls.intake.taken()).isEmpty();
    }

    @Test
    void saysWhereBrokenJsonBreaks() {
        MvcTestResult answer = calls.post("/transactions", "{\"eventId\":\"t-1\",\n\"amount\":}");

        Calls.assertProblem(answer, 400, "malformed-json", "/amount");
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains("line 2, column");
    }

    @Test
    void refusesDeepNesting() {
        String deep = "{\"memo\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

        Calls.assertProblem(calls.post("/transactions", deep), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{} {}"})
    void refusesABodyThatIsNoObject(String body) {
        Calls.assertProblem(calls.post("/transactions", body), 400, "malformed-json", "");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/json;charset=GBK",
                "nonsense"
            })
    void refusesOtherMediaTypes(String type) {
        MvcTestResult answer = calls.send(HttpMethod.POST, "/transactions", type, Calls.PAYMENT.getBytes(UTF_8));

        Calls.assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void refusesAHugeBody() {
        String huge = Calls.PAYMENT.replace("}", ",\"memo\":\"" + "x".repeat(70_000) + "\"}");

        Calls.assertProblem(calls.post("/transactions", huge), 413, "too-large");
    }

    @Test
    void refusesAnUnknownAddress() {
        Calls.assertProblem(calls.post("/transaction", Calls.PAYMENT), 404, "not-found");
    }

    @Test
    void refusesAnotherMethodAndNamesTheRightOne() {
        MvcTestResult answer = calls.get("/transactions");

        Calls.assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer).headers().hasValue("Allow", "POST");
    }

    @Test
    void refusesARequestWithoutAClient() {
        SecurityContextHolder.clearContext();

        Calls.assertProblem(calls.post("/transactions", Calls.PAYMENT), 401, "unauthenticated");
    }
}

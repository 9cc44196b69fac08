package org.quanzu.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.assessment.Persons.Feedback;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PersonControllerTest {
    private final Calls calls = new Calls();

    private MvcTestResult put(String id, String json) {
        return calls.send(HttpMethod.PUT, "/persons/" + id, "application/json", json.getBytes(UTF_8));
    }

    @Test
    void showsAPersonThatWasTold() {
        MvcTestResult told = put("p-1", """
                {"phones":["+8613800000000"],"ownAccounts":["62-8"],"household":["p-2"],"birthYear":1960,"sex":"FEMALE",
                 "town":"Kunshan","antiFraudApp":true,"language":"en","zone":"Europe/Berlin"}""");
        MvcTestResult shown = calls.get("/persons/p-1");

        assertThat(told).hasStatusOk();
        assertThat(shown).hasStatusOk().bodyJson().extractingPath("$.personId").isEqualTo("p-1");
        assertThat(shown).bodyJson().extractingPath("$.attributes.birthYear").isEqualTo(1960);
        assertThat(shown).bodyJson().extractingPath("$.attributes.language").isEqualTo("en");
        assertThat(shown).bodyJson().extractingPath("$.attributes.zone").isEqualTo("Europe/Berlin");
        assertThat(shown).bodyJson().doesNotHavePath("$.attributes.occupation");
    }

    @Test
    void saysThatAPersonIsUnknown() {
        Calls.assertProblem(calls.get("/persons/nobody"), 404, "unknown-person");
        Calls.assertProblem(
                calls.post(
                        "/persons/nobody/feedback",
                        "{\"feedbackId\":\"f\",\"finding\":\"UNCLEAR\",\"eventIds\":[\"t\"]}"),
                404,
                "unknown-person");
    }

    @Test
    void findsAPersonWhicheverWayAnAccentIsWritten() {
        assertThat(put("caf\u00e9", "{}")).hasStatusOk();

        assertThat(calls.get("/persons/cafe\u0301"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.personId")
                .isEqualTo("caf\u00e9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "birthYear|1799",
                "birthYear|2027",
                "birthYear|\"1960\"",
                "sex|\"F\"",
                "phones|\"138\"",
                "phones|[\"N/A\"]",
                "phones|[\"+8613800000000\",\"0\"]",
                "ownAccounts|[\"unknown\"]",
                "household|[\"..\"]",
                "household|[\"p-1\"]",
                "town|\" \"",
                "antiFraudApp|\"yes\"",
                "language|\"de\"",
                "zone|\"here\"",
                "income|\"high\""
            })
    void namesAnAttributeThatCannotBeAccepted(String name, String json) {
        Calls.assertProblem(put("p-1", "{\"" + name + "\":" + json + "}"), 400, "invalid-body", "/" + name);
        assertThat(calls.persons.find("p-1")).isEmpty();
    }

    private MvcTestResult patch(String type, String json) {
        return calls.send(HttpMethod.PATCH, "/persons/p-1", type, json.getBytes(UTF_8));
    }

    @Test
    void changesAPartAndLeavesTheRest() {
        put("p-1", "{\"phones\":[\"+8613800000000\"],\"town\":\"Kunshan\",\"birthYear\":1960}");

        MvcTestResult patched = patch("application/merge-patch+json", "{\"town\":null,\"ownAccounts\":[\"62-8\"]}");
        MvcTestResult asJson = patch("application/json", "{\"sex\":\"MALE\"}");

        assertThat(patched)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.attributes.birthYear")
                .isEqualTo(1960);
        assertThat(asJson).bodyJson().doesNotHavePath("$.attributes.town");
        assertThat(asJson)
                .bodyText()
                .contains("\"phones\":[\"+8613800000000\"]", "\"ownAccounts\":[\"62-8\"]", "\"sex\":\"MALE\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/birthYear|{\"birthYear\":1799}",
                "/income|{\"income\":null}",
                "/phones|{\"phones\":{\"0\":\"138\"}}"
            })
    void namesTheFaultOfAChange(String pointer, String json) {
        put("p-1", "{\"town\":\"Kunshan\"}");

        Calls.assertProblem(patch("application/merge-patch+json", json), 400, "invalid-body", pointer);

        assertThat(calls.persons.find("p-1").orElseThrow().attributes().town()).isEqualTo("Kunshan");
    }

    @Test
    void refusesAChangeThatIsNoObjectOrOfAnotherType() {
        Calls.assertProblem(patch("application/json", "[]"), 400, "malformed-json");
        Calls.assertProblem(patch("application/json-patch+json", "[]"), 415, "unsupported-media-type");
    }

    @Test
    void givesTheVersionAndChangesNoOther() {
        String tag = put("p-1", "{\"town\":\"Kunshan\"}").getResponse().getHeader("ETag");
        assertThat(calls.get("/persons/p-1").getResponse().getHeader("ETag")).isEqualTo(tag);

        MvcTestResult current = calls.send(HttpMethod.PUT, "/persons/p-1", tag, "{}");
        MvcTestResult stale = calls.send(HttpMethod.PUT, "/persons/p-1", tag, "{\"town\":\"Taicang\"}");

        assertThat(current).hasStatusOk();
        Calls.assertProblem(stale, 412, "precondition-failed");
        assertThat(calls.persons.find("p-1").orElseThrow().attributes().town()).isNull();
    }

    @Test
    void namesWhatIsWrongWithAMerge() {
        put("p-1", "{}");

        Calls.assertProblem(calls.post("/persons/p-1/merge", "{}"), 400, "invalid-body", "/personId");
        Calls.assertProblem(
                calls.post("/persons/p-1/separate", "{\"personId\":\"p-1\"}"), 400, "invalid-body", "/personId");
        assertThat(calls.post("/persons/p-1/merge", "{\"personId\":\"p-2\",\"reason\":\"one human\"}"))
                .hasStatusOk();
    }

    @Test
    void keepsWhatABankLearned() {
        put("p-1", "{}");

        MvcTestResult answer = calls.post("/persons/p-1/feedback", """
                {"feedbackId":"f-1","finding":"CONFIRMED_SCAM","eventIds":["t-1"],"lostAmount":"100.00","family":"loan"}""");

        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.feedbackId")
                .isEqualTo("f-1");
        assertThat(calls.persons.learnt()).extracting(Feedback::lostAmount).containsExactly(new BigDecimal("100.00"));
    }

    @Test
    void namesEveryFaultOfAFeedback() {
        put("p-1", "{}");

        MvcTestResult answer = calls.post(
                "/persons/p-1/feedback",
                "{\"finding\":\"SCAM\",\"lostAmount\":7,\"preventedAmount\":\"-1\",\"family\":\"x\"}");

        Calls.assertProblem(
                answer,
                400,
                "invalid-body",
                "/eventIds",
                "/feedbackId",
                "/finding",
                "/lostAmount",
                "/preventedAmount",
                "/family");
        assertThat(calls.persons.learnt()).isEmpty();
    }
}

package org.quanzu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Problems.assertProblem;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanzu.BadBodies.Bad;
import org.quanzu.testkit.PatientServer;

class BadFieldsIT {
    private static final String PAYMENTS = "/api/v1/transactions";
    private static final AtomicInteger PERSONS = new AtomicInteger();

    @RegisterExtension
    static final PatientServer SERVER = new PatientServer();

    private final String person = "bad-fields-" + PERSONS.incrementAndGet();

    static Iterable<Bad> badBodies() {
        return BadBodies.all()::iterator;
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void namesTheFieldAndStoresNothing(Bad bad) {
        HttpResponse<String> answer = SERVER.post(bad.path(), bad.body().replace("PERSON", person));

        assertProblem(answer, 400);
        assertThat(PatientServer.pointers(answer)).anyMatch(pointer -> (pointer + "/").startsWith(bad.pointer() + "/"));
        SERVER.assertUnknown(person);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/events",
                "{\"events\":[]}|/events",
                "{\"events\":5}|/events",
                "{\"events\":[5]}|/events/0",
                "{\"events\":[{}]}|/events/0/type",
                "{\"events\":[EVENT,EVENT]}|/events/1/eventId",
                "{\"events\":[EVENT],\"ruleSet\":5}|/ruleSet",
                "{\"events\":[EVENT],\"rules\":\"\"}|/rules"
            })
    void namesTheFieldOfABadPreview(String body, String pointer) {
        String event = "{\"type\":\"transaction\","
                + BadBodies.payment("t", "10", person).substring(1);

        HttpResponse<String> answer = SERVER.post("/api/v1/assessments/preview", body.replace("EVENT", event));

        assertProblem(answer, 400);
        assertThat(PatientServer.pointers(answer)).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"phones\":\"1\"}|/phones",
                "{\"phones\":[1]}|/phones/0",
                "{\"phones\":[\"\\u0000\"]}|/phones",
                "{\"ownAccounts\":[\"\\ud800\"]}|/ownAccounts",
                "{\"household\":[\"PERSON\"]}|/household",
                "{\"birthYear\":1492}|/birthYear",
                "{\"birthYear\":\"1980\"}|/birthYear",
                "{\"sex\":\"YES\"}|/sex",
                "{\"town\":\"\\u0000\"}|/town",
                "{\"town\":7}|/town",
                "{\"antiFraudApp\":\"yes\"}|/antiFraudApp",
                "{\"nickname\":\"x\"}|/nickname"
            })
    void namesTheFieldOfABadPerson(String body, String pointer) {
        HttpResponse<String> answer = SERVER.send(SERVER.request("/api/v1/persons/" + person, PatientServer.JSON)
                .PUT(BodyPublishers.ofString(body.replace("PERSON", person))));

        assertProblem(answer, 400);
        assertThat(PatientServer.pointers(answer)).containsExactly(pointer);
        SERVER.assertUnknown(person);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"finding\":\"MAYBE\"|/finding",
                "\"feedbackId\":\"\"|/feedbackId",
                "\"feedbackId\":\"\\u0000\"|/feedbackId",
                "\"eventIds\":[]|/eventIds",
                "\"eventIds\":[\"\\u0000\"]|/eventIds",
                "\"lostAmount\":\"-1\"|/lostAmount",
                "\"lostAmount\":\"9999999999999999999999\"|/lostAmount",
                "\"preventedAmount\":\"NaN\"|/preventedAmount",
                "\"family\":\"ordinary\"|/family",
                "\"note\":\"\\u0000\"|/note"
            })
    void namesTheFieldOfABadFeedback(String field, String pointer) {
        assertThat(SERVER.post(PAYMENTS, BadBodies.payment("f-" + person, "10", person))
                        .statusCode())
                .isEqualTo(200);
        String name = field.substring(0, field.indexOf(':'));
        StringBuilder body = new StringBuilder("{" + field);
        for (String valid : List.of("\"feedbackId\":\"f\"", "\"finding\":\"UNCLEAR\"", "\"eventIds\":[\"e\"]")) {
            body.append(valid.startsWith(name + ":") ? "" : "," + valid);
        }

        HttpResponse<String> answer = SERVER.post("/api/v1/persons/" + person + "/feedback", body + "}");

        assertProblem(answer, 400);
        assertThat(PatientServer.pointers(answer)).containsExactly(pointer);
    }
}

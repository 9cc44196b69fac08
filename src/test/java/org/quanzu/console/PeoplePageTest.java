package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PeoplePageTest {
    private static final String PEOPLE = "/console/people";
    private static final String PERSON = "/console/people/person?id=p-1";
    private static final String REVEAL = "/console/people/reveal";

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryDesk desk;

    @Autowired
    private InMemoryPeople people;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ConsoleServer.Refusals refusals;

    private Browser browser;

    @BeforeEach
    void signIn() {
        clock.set(ConsoleServer.NOW);
        desk.reset();
        people.reset();
        browser = new Browser(port, true);
        browser.signIn("operator", ConsoleServer.PASSWORD);
    }

    @Test
    void findsAPersonWithoutTheNumberInTheAddress() {
        HttpResponse<String> answer = browser.post(PEOPLE, PEOPLE, "who", "138 1234 5678", "kind", "PHONE");

        assertThat(answer.uri().toString()).endsWith(PERSON).doesNotContain("1234");
        assertThat(answer.body())
                .contains("Urgent", "Fake loan", "138****5678", "kept as a hash only", "href=\"/console/cases/c-1\"")
                .contains("5 Jan 2026 10:00:00", "Lives with", "registered")
                .doesNotContain("??", InMemoryPeople.PHONE);
    }

    @Test
    void saysThatNobodyIsKnown() {
        HttpResponse<String> answer = browser.post(PEOPLE, PEOPLE, "who", "<b>13900001111</b>", "kind", "ANY");

        assertThat(answer.body()).contains("Nobody is known by this").doesNotContain("13900001111");
        assertThat(browser.get("/console/people/person?id=p-9").statusCode()).isEqualTo(404);
    }

    @Test
    void showsMarkupAsText() {
        assertThat(browser.get(PERSON).body()).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
    }

    @Test
    void revealsOnceForAReason() {
        HttpResponse<String> shown =
                browser.post(PERSON, REVEAL, "id", "p-1", "field", "PHONES", "reason", "call the person back");
        String later = browser.get(PERSON).body();

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("Shown this once", InMemoryPeople.PHONE);
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(later).doesNotContain(InMemoryPeople.PHONE);
    }

    @Test
    void keepsToReasonAndLimit() {
        HttpResponse<String> silent = reveal("no");
        HttpResponse<String> enough = silent;
        for (int i = 0; i < 3; i++) {
            enough = reveal("call the person back");
        }

        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("at least five characters", "value=\"no\"");
        assertThat(enough.statusCode()).isEqualTo(429);
        assertThat(enough.body()).contains("number of reveals for today").doesNotContain(InMemoryPeople.PHONE);
    }

    private HttpResponse<String> reveal(String reason) {
        return browser.post(PERSON, REVEAL, "id", "p-1", "field", "PHONES", "reason", reason);
    }

    @Test
    void showsTheNumberToDialToWhoHoldsTheCase() {
        browser.post("/console/queue", "/console/queue/next");
        String page = browser.get("/console/cases/c-1").body();

        HttpResponse<String> shown = number(InMemoryDesk.LEASE.toString());
        HttpResponse<String> refused = number("00000000-0000-4000-8000-00000000000f");

        assertThat(page).contains("value=\"call the person\"", "data-key=\"c\"").doesNotContain(InMemoryPeople.PHONE);
        assertThat(shown.body()).contains(InMemoryPeople.PHONE);
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("you do not hold this case").doesNotContain(InMemoryPeople.PHONE);
    }

    private HttpResponse<String> number(String lease) {
        return browser.post(
                "/console/cases/c-1", "/console/cases/c-1/reveal", "lease", lease, "reason", "call the person");
    }

    @Test
    void offersNoNumberToWhoDoesNotHoldTheCase() {
        assertThat(browser.get("/console/cases/c-2").body()).doesNotContain("number-reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "approver"})
    void isNotForEverybody(String role) {
        Browser other = new Browser(port, true);
        other.signIn(role, ConsoleServer.PASSWORD);

        assertThat(other.get(PEOPLE).statusCode()).isEqualTo(403);
        assertThat(other.get(PERSON).statusCode()).isEqualTo(403);
        assertThat(other.post("/console/queue", REVEAL, "id", "p-1", "reason", "just curious")
                        .statusCode())
                .isEqualTo(403);
        assertThat(refusals.seen).contains(new OutOfRole(role, "POST /console/people/reveal"));
    }
}

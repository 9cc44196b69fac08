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
class SteeringPageTest {
    private static final String CASE = "/console/cases/c-1";

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryDesk desk;

    @Autowired
    private InMemorySteering steering;

    @Autowired
    private ConsoleServer.Refusals refusals;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void reset() {
        clock.set(ConsoleServer.NOW);
        desk.reset();
        steering.reset();
    }

    private Browser as(String name) {
        Browser browser = new Browser(port, true);
        browser.signIn(name, ConsoleServer.PASSWORD);
        return browser;
    }

    @Test
    void letsSupervisorsPinAndLower() {
        Browser supervisor = as("supervisor");

        String page = supervisor.get(CASE).body();
        supervisor.post(CASE, CASE + "/pin");
        HttpResponse<String> lowered = supervisor.post(
                CASE, CASE + "/lower-level", "version", "7", "level", "YELLOW", "reason", "bank confirmed the payee");

        assertThat(page)
                .contains("Pin: before all others", "Lower the level", "High risk")
                .doesNotContain("Hand over");
        assertThat(lowered.body()).contains("The level was lowered.");
        assertThat(steering.deeds()).containsExactly("pin c-1", "lower to YELLOW because bank confirmed the payee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pin", "unpin", "lower-level"})
    void keepsWhatSupervisorsDoFromOperators(String deed) {
        Browser operator = as("operator");

        HttpResponse<String> answer =
                operator.post(CASE, CASE + "/" + deed, "version", "7", "level", "BLUE", "reason", "please");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(refusals.seen).last().returns("POST " + CASE + "/" + deed, OutOfRole::what);
        assertThat(steering.deeds()).isEmpty();
    }

    @Test
    void letsWhoHoldsTheCaseHandItOver() {
        Browser operator = as("operator");
        operator.post("/console/queue", "/console/queue/next");

        String page = operator.get(CASE).body();
        HttpResponse<String> answer = operator.post(
                CASE,
                CASE + "/offer",
                "version",
                "7",
                "lease",
                InMemoryDesk.LEASE.toString(),
                "to",
                "unit:STATION",
                "reason",
                "lives there");

        assertThat(page)
                .contains("unit:STATION", "Police station", "user:li", "李四")
                .doesNotContain("Pin: before");
        assertThat(answer.body()).contains("The case is offered");
        assertThat(steering.deeds()).containsExactly("offer to unit:STATION because lives there");
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyChangedTheCase() {
        Browser supervisor = as("supervisor");
        steering.change();

        HttpResponse<String> answer = supervisor.post(
                CASE, CASE + "/lower-level", "version", "7", "level", "BLUE", "reason", "spoke to <b>the son</b>");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("王警官 changed this case meanwhile", "spoke to &lt;b&gt;the son")
                .containsPattern("value=\"BLUE\"\\s+selected");
    }

    @Test
    void wantsAReasonAndAChoice() {
        Browser supervisor = as("supervisor");

        HttpResponse<String> silent =
                supervisor.post(CASE, CASE + "/vulnerable", "version", "7", "declared", "yes", "reason", " ");
        HttpResponse<String> undecided =
                supervisor.post(CASE, CASE + "/lower-level", "version", "7", "level", "", "reason", "spoke to the son");

        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(undecided.statusCode()).isEqualTo(422);
        assertThat(undecided.body()).contains("choose a level", "spoke to the son");
        assertThat(steering.deeds()).isEmpty();
    }

    @Test
    void recordsWhatThePersonSaid() {
        Browser supervisor = as("supervisor");

        supervisor.post(
                CASE, CASE + "/vulnerable", "version", "7", "declared", "yes", "reason", "has just lost his wife");

        assertThat(steering.deeds()).containsExactly("vulnerable true because has just lost his wife");
    }

    @Test
    void showsNothingToSteerToAnalysts() {
        assertThat(as("analyst").get(CASE).body()).doesNotContain("Steer the case");
    }

    @Test
    void showsWhatIsOfferedBesideTheQueue() {
        Browser operator = as("operator");
        steering.offerOne();

        String page = operator.get("/console/queue").body();
        String alone = operator.get("/console/queue/offers").body();

        assertThat(page).contains("Offered to you", "From 李四, to Police station:", "&lt;script&gt;alert");
        assertThat(alone.strip()).startsWith("<div id=\"offers\"").contains("Accept");
    }

    @Test
    void acceptsAndReturnsWhatIsOffered() {
        Browser operator = as("operator");
        steering.offerOne();

        HttpResponse<String> accepted = operator.post("/console/queue", "/console/queue/offers/17/accept");
        HttpResponse<String> silent = operator.post("/console/queue", "/console/queue/offers/17/return", "reason", "");
        HttpResponse<String> returned =
                operator.post("/console/queue", "/console/queue/offers/17/return", "reason", "on leave");
        HttpResponse<String> late = operator.post("/console/queue", "/console/queue/offers/17/accept");

        assertThat(accepted.uri().getPath()).isEqualTo("/console/cases/c-2");
        assertThat(silent.body()).contains("give a reason");
        assertThat(returned.body()).contains("The offer was returned.").doesNotContain("Offered to you");
        assertThat(late.body()).contains("the offer is answered already");
        assertThat(steering.deeds()).containsExactly("accept 17", "return 17 because on leave");
    }
}

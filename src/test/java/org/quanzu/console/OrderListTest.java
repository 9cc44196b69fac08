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
class OrderListTest {
    private static final String PAGE = "/console/orders";
    private static final String DECIDE = PAGE + "/" + InMemoryOrders.UNCERTAIN + "/decide";

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryOrders orders;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void begin() {
        clock.set(ConsoleServer.NOW);
        orders.reset();
    }

    private Browser signedIn(String name) {
        Browser browser = new Browser(port, true);
        browser.signIn(name, ConsoleServer.PASSWORD);
        return browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "admin"})
    void showsWhatWaitsForAPersonAndWhatWasShown(String role) {
        String page = signedIn(role).get(PAGE).body();

        assertThat(page)
                .contains("Needs a person", "not known whether carried out", "not carried out", "Send again")
                .contains("Shown only", "exactly what would have been sent", "138****5678", "by itself")
                .contains("href=\"/console/cases/c-1\"", "href=\"/console/orders\"")
                .doesNotContain("??", "<script>alert");
    }

    @Test
    void saysTheSameInChinese() {
        String page = signedIn("supervisor").get(PAGE + "?language=zh").body();

        assertThat(page).contains("待人工处理", "是否执行不明", "系统自动", "闪信").doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "analyst", "approver"})
    void isNotForOthers(String role) {
        Browser browser = signedIn(role);

        HttpResponse<String> page = browser.get(PAGE);
        HttpResponse<String> deed =
                browser.post("/console/queue", DECIDE, "decision", "CARRIED_OUT", "reason", "I said so");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(deed.statusCode()).isEqualTo(403);
        assertThat(orders.deeds()).isEmpty();
        assertThat(browser.get("/console/queue").body()).doesNotContain("href=\"/console/orders\"");
    }

    @Test
    void filtersByStateAndKind() {
        Browser browser = signedIn("supervisor");

        assertThat(browser.get(PAGE + "?state=DEAD").body())
                .contains("Found", "Send again")
                .doesNotContain("Needs a person", "138****5678");
        assertThat(browser.get(PAGE + "?kind=VISIT").body())
                .contains("Send again", "Nothing was shown.")
                .doesNotContain("138****5678");
        assertThat(browser.get(PAGE + "?state=LAPSED").body()).contains("No order is like this.");
        assertThat(browser.get(PAGE + "?state=%3Cscript%3E&kind=x").body()).contains("Needs a person");
    }

    @Test
    void recordsADecisionWithItsReason() {
        Browser browser = signedIn("supervisor");

        HttpResponse<String> answer =
                browser.post(PAGE, DECIDE, "decision", "NOT_CARRIED_OUT", "reason", "the bank never had it");

        assertThat(answer.body()).contains("The decision was recorded.");
        assertThat(orders.deeds())
                .singleElement()
                .asString()
                .contains("supervisor", InMemoryOrders.UNCERTAIN.toString(), "NOT_CARRIED_OUT", "never had it");
    }

    @Test
    void keepsTheReasonWhenSomebodyElseHasDecided() {
        orders.refuse("order.decided");

        HttpResponse<String> answer =
                signedIn("supervisor").post(PAGE, DECIDE, "decision", "CARRIED_OUT", "reason", "<b>they rang back");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("somebody else has decided", "value=\"&lt;b&gt;they rang back\"");
    }
}

package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.platform.access.Users;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInTest {
    private static final String ROWS = "/console/queue/rows";

    @LocalServerPort
    private int port;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Users users;

    @Autowired
    private ConsoleServer.Refusals refusals;

    private Browser browser;

    @BeforeEach
    void startOver() {
        clock.advance(Duration.ofHours(1));
        users.list().forEach(user -> users.setDisabled(user.name(), false));
        browser = new Browser(port, true);
    }

    @Test
    void leadsFromTheRootToTheSignInPage() {
        HttpResponse<String> answer = browser.get("/");

        assertThat(answer.uri().getPath()).isEqualTo("/console/sign-in");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void letsInWhoKnowsThePassword() {
        browser.get("/console/sign-in");
        String before = browser.cookie("quanzu-session");

        HttpResponse<String> answer = browser.signIn("operator", ConsoleServer.PASSWORD);

        assertThat(answer.uri().getPath()).isEqualTo("/console/queue");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser.cookie("quanzu-session")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void keepsTheSessionFromScriptsAndOtherSites() {
        HttpResponse<String> answer = new Browser(port, false).get("/console/sign-in");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("quanzu-session=")
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("SameSite=Strict")
                        .contains("Path=/console"));
    }

    @Test
    void allowsNoScriptsOrStylesInPages() {
        HttpResponse<String> answer = browser.get("/console/sign-in");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body()).doesNotContain("<style", "style=", "onclick", "<script>");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndAnUnknownName() {
        HttpResponse<String> wrong = browser.signIn("operator", "wrong");
        HttpResponse<String> unknown = browser.signIn("nobody", "wrong");
        HttpResponse<String> hostile = browser.signIn("x' or 1=1\0--", "wrong");

        assertThat(wrong.uri().getQuery()).isEqualTo("failed");
        assertThat(wrong.body()).contains("Name or password are wrong");
        assertThat(withoutToken(unknown)).isEqualTo(withoutToken(wrong));
        assertThat(withoutToken(hostile)).isEqualTo(withoutToken(wrong));
    }

    @Test
    void letsASupervisorUnlockAColleague() {
        for (int i = 0; i < 5; i++) {
            browser.signIn("approver", "wrong " + i);
        }
        Browser supervisor = new Browser(port, true);
        supervisor.signIn("supervisor", ConsoleServer.PASSWORD);

        String page = supervisor.get("/console/sign-in-delays").body();
        String after = supervisor
                .post("/console/sign-in-delays", "/console/sign-in-delays", "name", "approver")
                .body();

        assertThat(page).contains("approver", "Unlock");
        assertThat(after).contains("Unlocked.", "Nobody has to wait.");
        assertThat(browser.signIn("approver", ConsoleServer.PASSWORD).uri().getPath())
                .isEqualTo("/console/queue");
    }

    @Test
    void delaysAnAddressAfterFiveFailedTries() {
        for (int i = 0; i < 5; i++) {
            browser.signIn("analyst", "wrong " + i);
        }

        HttpResponse<String> locked = browser.signIn("analyst", ConsoleServer.PASSWORD);
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        HttpResponse<String> later = browser.signIn("analyst", ConsoleServer.PASSWORD);

        assertThat(locked.uri().getQuery()).isEqualTo("failed");
        assertThat(later.uri().getPath()).isEqualTo("/console/queue");
    }

    @Test
    void forgetsFailedTriesAfterARightOne() {
        for (int i = 0; i < 12; i++) {
            HttpResponse<String> answer = browser.signIn("operator", i % 4 == 3 ? ConsoleServer.PASSWORD : "wrong");

            assertThat(answer.uri().getPath()).isEqualTo(i % 4 == 3 ? "/console/queue" : "/console/sign-in");
            browser = new Browser(port, true);
        }
    }

    @Test
    void refusesAFormWithoutItsToken() {
        browser.signIn("operator", ConsoleServer.PASSWORD);

        HttpResponse<String> answer = browser.postWith("a=b", "/console/queue/next");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("open for too long");
    }

    @ParameterizedTest
    @CsvSource({"analyst", "approver"})
    void refusesWorkToOtherRoles(String name) {
        browser.signIn(name, ConsoleServer.PASSWORD);
        HttpResponse<String> page = browser.get("/console/queue");

        HttpResponse<String> answer = browser.post("/console/queue", "/console/queue/next");

        assertThat(page.body()).doesNotContain("Take next");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Not for your role");
        assertThat(refusals.seen).contains(new OutOfRole(name, "POST /console/queue/next"));
    }

    @Test
    void showsAPageForAnAddressThatIsNone() {
        browser.signIn("operator", ConsoleServer.PASSWORD);

        HttpResponse<String> answer = browser.get("/console/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here");
    }

    @Test
    void tellsScriptsToGoToTheSignInPage() {
        HttpResponse<String> answer = browser.get(ROWS, "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/console/sign-in");
    }

    @Test
    void endsASessionWhereNobodyActs() {
        browser.signIn("operator", ConsoleServer.PASSWORD);
        clock.advance(Duration.ofMinutes(20));
        browser.get(ROWS);
        clock.advance(Duration.ofMinutes(11));

        HttpResponse<String> answer = browser.get("/console/queue");

        assertThat(answer.uri().toString()).endsWith("/console/sign-in?ended");
    }

    @Test
    void endsTheSessionOfADisabledUser() {
        browser.signIn("supervisor", ConsoleServer.PASSWORD);
        users.setDisabled("supervisor", true);
        clock.advance(Duration.ofSeconds(11));

        HttpResponse<String> answer = browser.get("/console/queue");

        assertThat(answer.uri().toString()).endsWith("/console/sign-in?ended");
        assertThat(browser.signIn("supervisor", ConsoleServer.PASSWORD).uri().getQuery())
                .isEqualTo("failed");
    }

    @Test
    void knowsNoProviderUnlessThereIsOne() {
        String page = browser.get("/console/sign-in").body();

        assertThat(page).doesNotContain("Sign in with", "oauth2");
        assertThat(browser.get("/console/oauth2/authorization/oidc").uri().getPath())
                .isEqualTo("/console/sign-in");
    }

    @Test
    void signsOut() {
        browser.signIn("operator", ConsoleServer.PASSWORD);

        HttpResponse<String> answer = browser.post("/console/queue", "/console/sign-out");

        assertThat(answer.uri().toString()).endsWith("/console/sign-in?out");
        assertThat(browser.get("/console/queue").uri().getPath()).isEqualTo("/console/sign-in");
    }

    private static String withoutToken(HttpResponse<String> page) {
        return page.body().replaceAll("value=\"[^\"]*\"", "");
    }
}

package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanzu.console.door.NotLetIn;
import org.quanzu.platform.access.Users;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OidcSignInTest {
    private static final OpenIdProvider PROVIDER = new OpenIdProvider("127.0.0.1");
    private static final String START = "/console/oauth2/authorization/oidc";
    private static final String RETURN = "/console/oauth2/code/oidc";

    @LocalServerPort
    private int port;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ConsoleServer.Refusals refusals;

    @Autowired
    private Users users;

    private Browser browser;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("quanzu.console.oidc.issuer", PROVIDER::issuer);
        settings.add("quanzu.console.oidc.client-id", () -> OpenIdProvider.CLIENT);
        settings.add("quanzu.console.oidc.client-secret", () -> OpenIdProvider.SECRET);
        settings.add("quanzu.console.oidc.name", () -> "City <SSO>");
        settings.add("quanzu.console.oidc.role-claim", () -> "realm_access.roles");
        settings.add("quanzu.console.oidc.role-prefix", () -> "quanzu-");
        settings.add("quanzu.console.oidc.units-claim", () -> "units");
        settings.add("quanzu.console.oidc.roles.analyst", () -> "rule-writer,researcher");
    }

    @AfterAll
    static void closeProvider() {
        PROVIDER.close();
    }

    @BeforeEach
    void startOver() {
        clock.set(ConsoleServer.NOW);
        PROVIDER.reset(ConsoleServer.NOW);
        known("li.si", "quanzu-operator");
        refusals.turnedAway.clear();
        browser = new Browser(port, true);
    }

    private static void known(String name, String... roles) {
        PROVIDER.claims = Map.of(
                "preferred_username",
                name,
                "name",
                "李四 <i>",
                "realm_access",
                Map.of("roles", List.of(roles)),
                "units",
                List.of("station"));
    }

    private HttpResponse<String> signIn() {
        return browser.get(START);
    }

    @Test
    void offersTheProviderBesideThePassword() {
        String page = browser.get("/console/sign-in").body();

        assertThat(page).contains("Sign in with City &lt;SSO&gt;", "href=\"" + START + "\"", "id=\"password\"");
    }

    @Test
    void letsInWhomTheProviderVouchesFor() {
        HttpResponse<String> page = signIn();

        assertThat(page.uri().getPath()).isEqualTo("/console/queue");
        assertThat(page.body()).contains("李四 &lt;i&gt; · Operator", "Police station", "Take next");
        assertThat(PROVIDER.authorizations.get(PROVIDER.authorizations.size() - 1))
                .contains("code_challenge_method=S256", "nonce=", "state=", "response_type=code");
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        HttpResponse<String> first = browser.get("/console/cases/c-1");

        HttpResponse<String> page = signIn();

        assertThat(first.uri().getPath()).isEqualTo("/console/sign-in");
        assertThat(page.uri().getPath()).isEqualTo("/console/cases/c-1");
    }

    @Test
    void givesTheHighestOfSeveralRoles() {
        known("li.si", "quanzu-operator", "quanzu-SUPERVISOR", "quanzu-researcher");

        assertThat(signIn().body()).contains("Supervisor");
    }

    @Test
    void knowsRolesByOtherWords() {
        known("li.si", "quanzu-Researcher");

        assertThat(signIn().body()).contains("· Analyst");
    }

    @Test
    void turnsAwayWhoHasNoRole() {
        known("li.si", "admin", "operator", "quanzu-cook", "quanzu-analyst");

        HttpResponse<String> page = signIn();

        assertThat(page.uri().toString()).endsWith("/console/sign-in?no-role");
        assertThat(page.body()).contains("you have no role here");
        assertThat(refusals.turnedAway).containsExactly(new NotLetIn("oidc:li.si", "no-role"));
        assertThat(browser.get("/console/queue").uri().getPath()).isEqualTo("/console/sign-in");
    }

    @Test
    void seesAChangedRoleAtTheNextSignIn() {
        signIn();
        Browser before = browser;
        known("li.si", "quanzu-approver");
        browser = new Browser(port, true);

        HttpResponse<String> page = signIn();
        clock.advance(Duration.ofSeconds(11));

        assertThat(page.body()).contains("Approver").doesNotContain("Take next");
        assertThat(before.get("/console/queue").uri().toString()).endsWith("/console/sign-in?ended");
        assertThat(browser.get("/console/queue").uri().getPath()).isEqualTo("/console/queue");
    }

    @Test
    void cannotBeTakenForALocalUser() {
        known("operator", "quanzu-approver");
        signIn();

        browser.post("/console/queue", "/console/queue/next");

        assertThat(refusals.seen).contains(new OutOfRole("oidc:operator", "POST /console/queue/next"));
    }

    @Test
    void usesTheProvidersIdWhereTheNameCannotBeOne() {
        known("<script>alert(1)</script>", "quanzu-researcher");
        signIn();

        browser.post("/console/queue", "/console/queue/next");

        assertThat(refusals.seen).contains(new OutOfRole("oidc:u-1", "POST /console/queue/next"));
    }

    @Test
    void refusesATokenOfAnotherConversation() {
        expectRefusal(token -> token.claim("nonce", "another"), "invalid_nonce");
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        expectRefusal(token -> token.issuer("https://elsewhere.example"), "invalid_id_token");
    }

    @Test
    void refusesATokenForSomebodyElse() {
        expectRefusal(token -> token.audience("another-client"), "invalid_id_token");
    }

    @Test
    void refusesATokenOutOfDate() {
        Instant old = ConsoleServer.NOW.minus(Duration.ofMinutes(10));

        expectRefusal(
                token -> token.issueTime(Date.from(old)).expirationTime(Date.from(old.plusSeconds(300))),
                "invalid_id_token");
    }

    @Test
    void refusesATokenSignedByAnother() {
        PROVIDER.signsWith = OpenIdProvider.newKey();

        expectRefusal(UnaryOperator.identity(), "invalid_id_token");
    }

    private void expectRefusal(UnaryOperator<JWTClaimsSet.Builder> twist, String why) {
        PROVIDER.twist = twist;

        HttpResponse<String> page = signIn();

        assertThat(page.uri().toString()).endsWith("/console/sign-in?provider-failed");
        assertThat(page.body()).contains("did not work");
        assertThat(refusals.turnedAway).containsExactly(new NotLetIn("unknown", why));
        assertThat(browser.get("/console/queue").uri().getPath()).isEqualTo("/console/sign-in");
    }

    @Test
    void refusesAnAnswerNobodyAskedFor() {
        browser.get("/console/sign-in");

        HttpResponse<String> page = browser.get(RETURN + "?code=code-1&state=made-up&again=1");

        assertThat(page.uri().toString()).endsWith("/console/sign-in?provider-failed");
        assertThat(refusals.turnedAway).isEmpty();
    }

    @Test
    void sendsOnWhoComesBackWithoutTheirCookie() {
        HttpResponse<String> page = browser.get(RETURN + "?code=a&state=%22%3E&error='");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("0;url=" + RETURN + "?code=a&amp;state=%22%3E&amp;error=&#39;", "again=1")
                .doesNotContain("<script>");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void keepsTheStrictCookie() {
        HttpResponse<String> answer = new Browser(port, false).get(START);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).containsIgnoringCase("SameSite=Strict"));
    }

    @Test
    void endsTheSessionAfterTenHoursWhateverIsDone() {
        signIn();
        for (int i = 0; i < 39; i++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(browser.get("/console/queue").uri().getPath()).isEqualTo("/console/queue");
        }

        clock.advance(Duration.ofMinutes(15));

        assertThat(browser.get("/console/queue").uri().toString()).endsWith("/console/sign-in?ended");
    }

    @Test
    void shutsOutWhoIsDisabledHere() {
        known("wang.wu", "quanzu-operator");
        signIn();
        users.setDisabled("oidc:wang.wu", true);
        clock.advance(Duration.ofSeconds(11));

        HttpResponse<String> later = browser.get("/console/queue");
        HttpResponse<String> again = signIn();

        assertThat(later.uri().toString()).endsWith("/console/sign-in?ended");
        assertThat(again.uri().toString()).endsWith("/console/sign-in?shut-out");
        assertThat(again.body()).contains("you were shut out here");
        assertThat(refusals.turnedAway).containsExactly(new NotLetIn("oidc:wang.wu", "shut-out"));
    }

    @Test
    void endsTheSessionWhereNobodyActs() {
        signIn();
        clock.advance(Duration.ofMinutes(31));

        assertThat(browser.get("/console/queue").uri().toString()).endsWith("/console/sign-in?ended");
    }

    @Test
    void stillLetsLocalUsersIn() {
        assertThat(browser.signIn("operator", ConsoleServer.PASSWORD).uri().getPath())
                .isEqualTo("/console/queue");
    }
}

package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With a provider alone, which is down while the server starts. */
@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OidcOnlyTest {
    private static final OpenIdProvider PROVIDER = new OpenIdProvider("127.0.0.1");
    private static final String START = "/console/oauth2/authorization/oidc";

    @LocalServerPort
    private int port;

    @Autowired
    private SettableClock clock;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        PROVIDER.down = true;
        settings.add("quanzu.console.oidc.issuer", PROVIDER::issuer);
        settings.add("quanzu.console.oidc.client-id", () -> OpenIdProvider.CLIENT);
        settings.add("quanzu.console.oidc.client-secret", () -> OpenIdProvider.SECRET);
        settings.add("quanzu.console.oidc.only", () -> "true");
    }

    @AfterAll
    static void closeProvider() {
        PROVIDER.close();
    }

    @Test
    void asksTheProviderOnlyWhenSomebodyComesAndNotAtOnceAgain() {
        clock.set(ConsoleServer.NOW);
        Browser browser = new Browser(port, true);
        HttpResponse<String> down = browser.get(START);
        PROVIDER.reset(ConsoleServer.NOW);
        PROVIDER.claims = Map.of("roles", "operator other");
        HttpResponse<String> soon = browser.get(START);
        clock.advance(Duration.ofSeconds(11));

        HttpResponse<String> later = browser.get(START);

        assertThat(down.uri().toString()).endsWith("/console/sign-in?provider-down");
        assertThat(down.body()).contains("OpenID Connect cannot be reached at the moment");
        assertThat(soon.uri().toString()).endsWith("/console/sign-in?provider-down");
        assertThat(later.uri().getPath()).isEqualTo("/console/queue");
        assertThat(later.body()).contains("u-1 · Operator");
    }

    @Test
    void asksForNoPassword() {
        Browser browser = new Browser(port, true);
        String page = browser.get("/console/sign-in").body();

        HttpResponse<String> answer = browser.signIn("operator", ConsoleServer.PASSWORD);

        assertThat(page).contains("Sign in with OpenID Connect").doesNotContain("id=\"password\"");
        assertThat(answer.uri().getPath()).isEqualTo("/console/sign-in");
        assertThat(browser.get("/console/queue").uri().getPath()).isEqualTo("/console/sign-in");
    }
}

package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sign-in by a provider of another site, for which a browser leaves strict cookies behind. */
@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OidcBrowserIT {
    private static final OpenIdProvider PROVIDER = new OpenIdProvider("localhost");

    @LocalServerPort
    private int port;

    private Chromium chromium;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("quanzu.console.oidc.issuer", PROVIDER::issuer);
        settings.add("quanzu.console.oidc.client-id", () -> OpenIdProvider.CLIENT);
        settings.add("quanzu.console.oidc.client-secret", () -> OpenIdProvider.SECRET);
        settings.add("quanzu.console.oidc.name", () -> "City account");
    }

    @AfterAll
    static void closeProvider() {
        PROVIDER.close();
    }

    @BeforeEach
    void open() {
        Chromium.require();
        PROVIDER.reset(ConsoleServer.NOW);
        PROVIDER.claims = Map.of("preferred_username", "li", "roles", "supervisor");
        chromium = Chromium.at(port);
    }

    @AfterEach
    void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void bringsThePersonBackSignedIn() {
        chromium.open("/console/sign-in");
        chromium.see("oidc-1-sign-in");

        chromium.submit("main a.button");
        await().until(() -> chromium.path().equals("/console/queue"));

        assertThat(chromium.text(".who")).isEqualTo("li · Supervisor");
    }

    @Test
    void saysWhyItDidNotWork() {
        PROVIDER.claims = Map.of("preferred_username", "li");
        chromium.open("/console/sign-in?language=zh");

        chromium.submit("main a.button");
        await().until(() -> chromium.path().endsWith("/console/sign-in?no-role"));
        chromium.see("oidc-2-no-role");

        assertThat(chromium.text(".door .notice.bad")).contains("您在这里没有角色");
    }
}

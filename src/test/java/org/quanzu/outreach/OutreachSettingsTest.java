package org.quanzu.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class OutreachSettingsTest {

    private static OutreachSettings bound(Map<String, Object> settings, Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        environment
                .getPropertySources()
                .replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", variables));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("quanzu.outreach", OutreachSettings.class);
    }

    @Test
    void hasNoWebhookUnlessOneIsSet() {
        OutreachSettings settings = bound(Map.of(), Map.of());

        assertThat(settings.webhooks()).isEmpty();
        assertThat(settings.allowPrivate()).isFalse();
        assertThat(settings.automaticGap()).isEqualTo(Duration.ofHours(72));
    }

    @Test
    void takesAWebhookFromTheEnvironment() {
        OutreachSettings settings = bound(
                Map.of(),
                Map.of(
                        "QUANZU_OUTREACH_WEBHOOKS_STOPPAYMENT_URL", "https://bank.example/stops",
                        "QUANZU_OUTREACH_WEBHOOKS_STOPPAYMENT_SECRET", "0123456789abcdef"));

        assertThat(settings.webhook(Order.Kind.STOP_PAYMENT).url()).hasHost("bank.example");
    }

    @Test
    void refusesAKindItDoesNotKnow() {
        Map<String, Object> variables =
                Map.of("QUANZU_OUTREACH_WEBHOOKS_STOP_PAYMENT_URL", "https://bank.example/stops");

        assertThatThrownBy(() -> bound(Map.of(), variables)).rootCause().hasMessageContaining("Kind");
    }

    @Test
    void takesAWebhookFromTheSettings() {
        OutreachSettings settings = bound(
                Map.of(
                        "quanzu.outreach.webhooks.three-party-call.url", "https://a.example/",
                        "quanzu.outreach.webhooks.three-party-call.secret", "0123456789abcdef"),
                Map.of());

        assertThat(settings.webhooks()).containsOnlyKeys(Order.Kind.THREE_PARTY_CALL);
        assertThat(settings.toString()).doesNotContain("0123456789abcdef");
    }

    @Test
    void refusesAWebhookWithoutASecret() {
        assertThatThrownBy(() -> bound(Map.of("quanzu.outreach.webhooks.visit.url", "https://a.example/"), Map.of()))
                .rootCause()
                .hasMessageContaining("no secret");
    }
}

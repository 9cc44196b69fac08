package org.quanzu.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.platform.access.Role;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OidcSettingsTest {

    private static OidcSettings settings(String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put("quanzu.console.oidc." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("quanzu.console.oidc", OidcSettings.class);
    }

    @Test
    void areOffWithoutAnIssuer() {
        OidcSettings settings = settings();

        assertThat(settings.isOn()).isFalse();
        assertThat(settings.session()).hasHours(10);
        assertThat(settings.scopes()).containsExactly("openid", "profile");
    }

    @Test
    void keepTheSecretOutOfLogs() {
        OidcSettings settings =
                settings("issuer", "https://sso.example", "client-id", "quanzu", "client-secret", "hush");

        assertThat(settings.isOn()).isTrue();
        assertThat(settings.toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource({
        "http://sso.example, quanzu, 10h, false, write the provider's address with https",
        "sso.example,        quanzu, 10h, false, write the provider's address with https",
        "https://sso.example, '',    10h, false, client-id",
        "'',                  '',    10h, true,  or none of them",
        "https://sso.example, quanzu, 0s, false, between 1m and 7d"
    })
    void refuseWhatCannotBe(String issuer, String client, String session, String only, String advice) {
        assertThatThrownBy(() -> settings("issuer", issuer, "client-id", client, "session", session, "only", only))
                .rootCause()
                .hasMessageContaining(advice)
                .hasMessageContaining("\nMaybe ");
    }

    @ParameterizedTest
    @CsvSource({
        "operator,              OPERATOR",
        "operator analyst,      ANALYST",
        "'ANALYST,approver',    APPROVER",
        "admin supervisor,      ADMIN",
        "supervisor approver,   SUPERVISOR",
        "administrator,         ",
        "'',                    "
    })
    void giveTheHighestRoleThatIsClaimed(String claimed, Role role) {
        Claims claims = new Claims(Map.of("roles", claimed), settings());

        assertThat(claims.role().orElse(null)).isEqualTo(role);
    }

    @Test
    void findRolesWithinClaims() {
        OidcSettings settings = settings("role-claim", "resource_access.quanzu.roles");
        Map<String, Object> nested = Map.of("resource_access", Map.of("quanzu", Map.of("roles", List.of("admin"))));

        assertThat(new Claims(nested, settings).role()).hasValue(Role.ADMIN);
        assertThat(new Claims(Map.of("resource_access", "admin"), settings).role())
                .isEmpty();
        assertThat(new Claims(Map.of("https://a.b/roles", "admin"), settings("role-claim", "https://a.b/roles")).role())
                .hasValue(Role.ADMIN);
    }
}

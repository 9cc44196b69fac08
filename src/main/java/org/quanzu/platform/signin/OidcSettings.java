package org.quanzu.platform.signin;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanzu.platform.StartFailure;
import org.quanzu.platform.access.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in by an OpenID provider, beside passwords or instead of them; off without an issuer.
 *
 * @param issuer the address of the provider, as its tokens name it; https, or http on this machine
 * @param name what people call the provider
 * @param scopes what is asked of the provider
 * @param redirectUri where the provider sends people back to; {baseUrl} is this server as they see it
 * @param nameClaim who somebody is; without it, the provider's own id
 * @param roleClaim where roles are told, a claim or a path with dots
 * @param rolePrefix what begins the values that are roles of this product
 * @param roles the values, without prefix, that stand for a role; a role's own name when none is given
 * @param unitsClaim where the units somebody works for are told; empty, or not told: {@code units}
 * @param session how long a session lasts whatever is done in it
 * @param only whether passwords are no longer asked for
 */
@ConfigurationProperties("quanzu.console.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("OpenID Connect") String name,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("{baseUrl}" + OidcSettings.RETURN) String redirectUri,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String roleClaim,
        @DefaultValue("") String rolePrefix,
        @DefaultValue Map<Role, Set<String>> roles,
        @DefaultValue("") String unitsClaim,
        @DefaultValue("DESK") List<String> units,
        @DefaultValue("10h") Duration session,
        @DefaultValue("false") boolean only) {
    static final String ID = "oidc";
    static final String START = "/console/oauth2/authorization";
    static final String RETURN = "/console/oauth2/code/" + ID;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public OidcSettings {
        roles = Map.copyOf(roles);
        if (!issuer.isBlank() && !isSafe(issuer)) {
            throw new StartFailure(
                    "The setting quanzu.console.oidc.issuer is " + issuer,
                    "write the provider's address with https, as its tokens name it");
        }
        if (issuer.isBlank() ? only : clientId.isBlank()) {
            throw new StartFailure(
                    issuer.isBlank()
                            ? "Only the OpenID provider may let people in, but there is none"
                            : "The setting quanzu.console.oidc.client-id is empty",
                    "set quanzu.console.oidc.issuer, .client-id and .client-secret, or none of them");
        }
        if (session.isNegative() || session.isZero() || session.compareTo(Duration.ofDays(7)) > 0) {
            throw new StartFailure(
                    "The setting quanzu.console.oidc.session is " + session, "set it between 1m and 7d, as in 10h");
        }
    }

    private static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null
                    || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean isOn() {
        return !issuer.isBlank();
    }

    /** Nothing secret goes into a log. */
    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}

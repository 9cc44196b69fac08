package org.quanzu.platform.signin;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The OpenID provider as it describes itself. It is asked when somebody first wants to sign in by it, not before, and by one
 * at a time; when that fails, not again for ten seconds.
 */
final class Issuer implements ClientRegistrationRepository {
    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> DESCRIPTION =
            new ParameterizedTypeReference<>() {};
    private final JdkClientHttpRequestFactory requests = requests();
    private final OidcSettings settings;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;
    private volatile Instant notBefore = Instant.MIN;

    Issuer(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Nobody waits long for a provider: who signs in must not take the threads that score events. */
    static JdkClientHttpRequestFactory requests() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(OidcSettings.ID)) {
            return null;
        }
        var registration = known;
        return registration == null ? ask() : registration;
    }

    private ClientRegistration ask() {
        if (clock.instant().isBefore(notBefore) || !asking.tryLock()) {
            throw new IssuerUnreachable(settings.issuer(), "it did not answer just now", null);
        }
        try {
            var registration = registration(describe());
            known = registration;
            return registration;
        } catch (RestClientException | IllegalArgumentException e) {
            notBefore = clock.instant().plus(REST);
            var unreachable = new IssuerUnreachable(settings.issuer(), String.valueOf(e.getMessage()), e);
            LOG.warn("{}", unreachable.getMessage());
            throw unreachable;
        } finally {
            asking.unlock();
        }
    }

    private Map<String, Object> describe() {
        var address = settings.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration";
        var description = RestClient.builder()
                .requestFactory(requests)
                .build()
                .get()
                .uri(address)
                .retrieve()
                .body(DESCRIPTION);
        return Objects.requireNonNull(description, "It said nothing");
    }

    /** A provider that calls itself otherwise is another one. */
    private ClientRegistration registration(Map<String, Object> description) {
        if (!settings.issuer().equals(description.get("issuer"))) {
            throw new IllegalArgumentException("it calls itself " + description.get("issuer"));
        }
        return ClientRegistrations.fromOidcConfiguration(description)
                .registrationId(OidcSettings.ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientName(settings.name())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.redirectUri())
                .scope(settings.scopes())
                .build();
    }

    /** The provider cannot be asked, or says what cannot be. */
    static final class IssuerUnreachable extends RuntimeException {
        private static final long serialVersionUID = 1;

        IssuerUnreachable(String issuer, String why, @Nullable Throwable cause) {
            super(
                    "The OpenID provider " + issuer + " does not describe itself: " + why
                            + "\nMaybe it is down, or quanzu.console.oidc.issuer is not exactly what it calls itself",
                    cause);
        }
    }
}

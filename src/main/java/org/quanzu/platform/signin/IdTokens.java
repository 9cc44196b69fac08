package org.quanzu.platform.signin;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestOperations;

/** Reads the provider's tokens: signed by one of its keys, for this product, and not out of date by this product's clock. */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {
    private final ConcurrentMap<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
    private final RestOperations rest;
    private final Clock clock;

    IdTokens(RestOperations rest, Clock clock) {
        this.rest = rest;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration provider) {
        return decoders.computeIfAbsent(provider.getRegistrationId(), id -> decoder(provider));
    }

    /** What the provider signs with; a shared secret is no signature. */
    private static Set<SignatureAlgorithm> algorithms(ClientRegistration provider) {
        var listed = provider.getProviderDetails()
                .getConfigurationMetadata()
                .getOrDefault("id_token_signing_alg_values_supported", List.of());
        Set<SignatureAlgorithm> algorithms = EnumSet.of(SignatureAlgorithm.RS256);
        if (listed instanceof Collection<?> names) {
            names.stream()
                    .map(name -> SignatureAlgorithm.from(String.valueOf(name)))
                    .filter(Objects::nonNull)
                    .forEach(algorithms::add);
        }
        return algorithms;
    }

    private JwtDecoder decoder(ClientRegistration provider) {
        var keys = Objects.requireNonNull(provider.getProviderDetails().getJwkSetUri());
        var decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(rest)
                .jwsAlgorithms(accepted -> accepted.addAll(algorithms(provider)))
                .build();
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        var token = new OidcIdTokenValidator(provider);
        token.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, token));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }
}

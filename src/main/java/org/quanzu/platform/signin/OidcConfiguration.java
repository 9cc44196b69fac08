package org.quanzu.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.quanzu.platform.access.Users;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The way to an OpenID provider and back, apart from everything else; not there at all without an issuer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("quanzu.console.oidc.issuer")
public class OidcConfiguration {

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(Clock clock) {
        return new IdTokens(rest(), clock);
    }

    @Bean
    @Order(40)
    SecurityFilterChain oidcSecurity(
            HttpSecurity http, OidcSettings settings, Users users, ApplicationEventPublisher events, Clock clock) {
        var door = new OidcDoor(settings, events, clock);
        return http.securityMatcher("/console/oauth2/**")
                .oauth2Login(login -> login.clientRegistrationRepository(new Issuer(settings, clock))
                        .authorizedClientRepository(new NothingKept())
                        .loginPage(Turnstile.SIGN_IN)
                        .loginProcessingUrl(OidcSettings.RETURN)
                        .authorizationEndpoint(at -> at.baseUri(OidcSettings.START))
                        .tokenEndpoint(at -> at.accessTokenResponseClient(tokens()))
                        .userInfoEndpoint(at -> at.oidcUserService(visitors(settings, users)))
                        .successHandler(door)
                        .failureHandler(door)
                        .withObjectPostProcessor(onTheWayOut(door)))
                .addFilterBefore(new WayBack(), OAuth2LoginAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SignInConfiguration::harden)
                .build();
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> onTheWayOut(OidcDoor door) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(door);
                return filter;
            }
        };
    }

    private static RestTemplate rest() {
        return new RestTemplate(Issuer.requests());
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(Issuer.requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static OidcUserService visitors(OidcSettings settings, Users users) {
        var rest = rest();
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var told = new DefaultOAuth2UserService();
        told.setRestOperations(rest);
        var visitors = new Visitor.Service(settings, users);
        visitors.setOauth2UserService(told);
        return visitors;
    }

    /** The provider's tokens are of no further use. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
    }
}

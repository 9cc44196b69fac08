package org.quanzu.platform.signin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.quanzu.console.door.SignInDelays;
import org.quanzu.console.door.SignInWays;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.platform.access.Users;
import org.quanzu.platform.body.BodyFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** The filters before the console, apart from those before the HTTP API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
public class SignInConfiguration {
    private static final String[] OPEN = {
        "/", "/console", Turnstile.SIGN_IN, "/console/assets/**",
    };
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SignInWays signInWays(OidcSettings oidc) {
        return new SignInWays(
                !oidc.only(), oidc.isOn() ? oidc.name() : null, OidcSettings.START + "/" + OidcSettings.ID);
    }

    @Bean
    @Order(50)
    SecurityFilterChain consoleSecurity(
            HttpSecurity http,
            Users users,
            PasswordEncoder encoder,
            OidcSettings oidc,
            Environment environment,
            Clock clock,
            ApplicationEventPublisher events) {
        var turnstile = new Turnstile(events);
        return http.securityMatcher("/", "/console", "/console/**")
                .authenticationManager(oidc.only() ? nobody() : manager(new PasswordSignIn(users, encoder), events))
                .formLogin(form -> form.loginPage(Turnstile.SIGN_IN)
                        .usernameParameter("name")
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                Turnstile.SIGN_IN + (failure instanceof BadCredentialsException ? "?failed" : "?busy")))
                        .defaultSuccessUrl("/console/"))
                .logout(out -> out.logoutUrl("/console/sign-out").logoutSuccessUrl(Turnstile.SIGN_IN + "?out"))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .authorizeHttpRequests(SignInConfiguration::permit)
                .addFilterBefore(new BodyFilter(limits(environment), () -> null), HeaderWriterFilter.class)
                .addFilterBefore(new SessionWatch(users, clock), AuthorizationFilter.class)
                .exceptionHandling(
                        with -> with.authenticationEntryPoint(turnstile).accessDeniedHandler(turnstile))
                .headers(SignInConfiguration::harden)
                .build();
    }

    private static QuanzuSettings.Limits limits(Environment environment) {
        return Binder.get(environment).bindOrCreate("quanzu.limits", QuanzuSettings.Limits.class);
    }

    @Bean
    SignInDelays signInDelays(Users users) {
        return new UserDelays(users);
    }

    /** Names that wait after failed tries, as the page for supervisors sees them. */
    private record UserDelays(Users users) implements SignInDelays {
        @Override
        public Map<String, Integer> now() {
            return users.delayed();
        }

        @Override
        public boolean end(String name) {
            return users.unlock(name);
        }
    }

    /** The provider alone lets people in. */
    private static AuthenticationManager nobody() {
        return attempt -> {
            throw new BadCredentialsException("Passwords are not asked for");
        };
    }

    private static AuthenticationManager manager(PasswordSignIn passwords, ApplicationEventPublisher events) {
        var manager = new ProviderManager(List.of(passwords));
        manager.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(events));
        return manager;
    }

    /** Back to the page that was asked for; nothing but a page is worth a session before sign-in. */
    private static RequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && !Turnstile.isByScript(request)
                && request.getRequestURI().startsWith("/console/cases/"));
        return cache;
    }

    private static void permit(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(OPEN).permitAll();
        Right.ALL.forEach(right -> requests.requestMatchers(right.request()).hasAnyRole(right.roleNames()));
        requests.anyRequest().denyAll();
    }

    static void harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}

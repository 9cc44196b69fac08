package org.quanzu.platform.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.platform.access.Caller;
import org.quanzu.platform.access.Callers;
import org.quanzu.platform.body.BodyFilter;
import org.quanzu.platform.database.WriterLock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** The filters before the HTTP API: as few as it takes, for they run on every event. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {
    private static final String[] OPEN = {
        "/api/v1/openapi.json/**", "/api/v1/docs/**", "/api/v1/swagger-ui/**", "/actuator/health/**"
    };

    @Bean
    @Order(100)
    SecurityFilterChain apiSecurity(HttpSecurity http, Callers keys, QuanzuSettings settings, WriterLock lock) {
        var refusals = new Refusals();
        return lean(http)
                .addFilterBefore(new ApiKeyFilter(keys), AuthorizationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::permit)
                .addFilterAfter(new WriterFilter(lock), AuthorizationFilter.class)
                .addFilterAfter(
                        new RateFilter(
                                settings.limits().requestsPerSecond(), System::nanoTime, SecurityConfiguration::caller),
                        AuthorizationFilter.class)
                .addFilterAfter(
                        new BodyFilter(
                                settings.limits(),
                                () -> SecurityContextHolder.getContext().getAuthentication()),
                        AuthorizationFilter.class)
                .exceptionHandling(
                        with -> with.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    private static @Nullable Caller caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Caller caller ? caller : null;
    }

    /** Users of the console will be found here; API clients never are. */
    @Bean
    UserDetailsService noPasswordLogin() {
        return name -> {
            throw new UsernameNotFoundException("Nobody logs in by password here");
        };
    }

    /** Measuring every filter of every request costs more than the filters. */
    @Bean
    SecurityObservationSettings noFilterObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static void permit(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        Permission.ALL.forEach(
                permission -> requests.requestMatchers(permission.call()).hasAnyAuthority(permission.authorities()));
        requests.requestMatchers(OPEN).permitAll().anyRequest().denyAll();
    }

    /** No sessions, no cookies, so no forgery of requests; no log-in pages. */
    private static HttpSecurity lean(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled()
                        .addHeaderWriter(new StaticHeadersWriter(List.of(
                                new Header("X-Content-Type-Options", "nosniff"),
                                new Header("Cache-Control", "no-store"),
                                new Header(
                                        "Content-Security-Policy",
                                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                                                + " frame-ancestors 'none'")))));
    }
}

package org.quanzu.platform.access;

import java.util.Collection;
import org.quanzu.api.ApiClient;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An API client as Spring Security sees it; made once per key, not per request. */
public final class Caller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final transient ApiClient client;
    private final byte[] hash;

    Caller(byte[] hash, ApiClient client) {
        super(authorities(client));
        this.client = client;
        this.hash = hash;
        setAuthenticated(true);
    }

    byte[] hash() {
        return hash;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public ApiClient getPrincipal() {
        return client;
    }

    @Override
    public String getName() {
        return client.name();
    }

    private static Collection<GrantedAuthority> authorities(ApiClient client) {
        return client.scopes().stream()
                .<GrantedAuthority>map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
                .toList();
    }
}

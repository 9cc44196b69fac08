package org.quanzu.platform.access;

import java.util.Collection;
import java.util.List;
import org.quanzu.api.ApiClient;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** An API client as Spring Security sees it; made once per key, not per request. */
public final class Caller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final transient ApiClient client;
    private final transient KeyLimits limits;
    private final transient List<IpAddressMatcher> networks;
    private final byte[] hash;

    public Caller(byte[] hash, ApiClient client, KeyLimits limits) {
        super(authorities(client));
        this.limits = limits;
        this.networks = limits.addresses().stream().map(IpAddressMatcher::new).toList();
        this.client = client;
        this.hash = hash;
        setAuthenticated(true);
    }

    byte[] hash() {
        return hash;
    }

    public KeyLimits limits() {
        return limits;
    }

    /** Whether the key may be used from this address. */
    public boolean mayComeFrom(String address) {
        return networks.isEmpty() || networks.stream().anyMatch(network -> network.matches(address));
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

package org.quanzu.outreach.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Resolves a host once per connection and hands out only addresses that may be reached; the connection goes to one of these,
 * so a name that changes its mind in between gains nothing. A name with one forbidden address is refused whole.
 */
final class GuardedResolver implements DnsResolver {
    private final InetAddressFilter allowed;
    private final DnsResolver resolver;

    GuardedResolver(boolean allowPrivate, DnsResolver resolver) {
        this.allowed = allowPrivate ? InetAddressFilter.all() : InetAddressFilter.externalAddresses();
        this.resolver = resolver;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = resolver.resolve(host);
        for (var address : addresses) {
            if (address.isMulticastAddress() || !allowed.matches(address)) {
                throw new UnknownHostException("The host " + host + " has the address " + address.getHostAddress()
                        + ", which is not public\nMaybe set quanzu.outreach.allow-private=true if it is meant");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}

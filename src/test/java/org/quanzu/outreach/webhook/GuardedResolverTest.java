package org.quanzu.outreach.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedResolverTest {

    /** Names that have the addresses they are made of, parted by commas. */
    private static final DnsResolver LITERALS = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            String[] literals = host.split(",");
            InetAddress[] addresses = new InetAddress[literals.length];
            for (int i = 0; i < literals.length; i++) {
                addresses[i] = InetAddress.getByName(literals[i]);
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "8.8.8.8,10.0.0.1"
            })
    void refusesAddressesThatAreNotPublic(String host) {
        assertThatThrownBy(() -> new GuardedResolver(false, LITERALS).resolve(host))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("Maybe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "2606:4700:4700::1111"})
    void letsPublicAddressesThrough(String host) throws UnknownHostException {
        assertThat(new GuardedResolver(false, LITERALS).resolve(host)).hasSize(1);
    }

    @Test
    void letsPrivateAddressesThroughWhenTheyAreMeantButNeverMulticast() throws UnknownHostException {
        GuardedResolver resolver = new GuardedResolver(true, LITERALS);

        assertThat(resolver.resolve("127.0.0.1")).hasSize(1);
        assertThatThrownBy(() -> resolver.resolve("224.0.0.1")).isInstanceOf(UnknownHostException.class);
    }
}

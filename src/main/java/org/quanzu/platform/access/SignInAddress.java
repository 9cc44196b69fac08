package org.quanzu.platform.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** The address a try to sign in is counted by: of IPv6 the network, of which one subscriber has as many addresses as wanted. */
final class SignInAddress {
    private static final int NETWORK_BYTES = 8;

    private SignInAddress() {}

    static String of(String address) {
        try {
            if (address.matches("[0-9a-fA-F:.]+") && InetAddress.getByName(address) instanceof Inet6Address six) {
                return HexFormat.ofDelimiter(":").formatHex(six.getAddress(), 0, NETWORK_BYTES) + "/64";
            }
        } catch (UnknownHostException e) {
            return "unknown";
        }
        return address.length() > 64 ? address.substring(0, 64) : address;
    }
}

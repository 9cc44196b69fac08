package org.quanzu.platform.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets ids of other systems stand percent-encoded in the addresses of the API, slashes and percent signs included. Safe there,
 * because authorization and controllers both match the path as it was sent, where an encoded slash separates nothing. Steps
 * like {@code ..}, empty segments and control characters stay refused; outside the API Spring Security's strict rules hold.
 */
final class IdentifierFirewall implements HttpFirewall {
    private static final String API = "/api/v1/";
    private final HttpFirewall strict = new StrictHttpFirewall();
    private final HttpFirewall ofIds = ofIds();

    private static HttpFirewall ofIds() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowBackSlash(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!path.startsWith(API)) {
            return strict.getFirewalledRequest(request);
        }
        if (path.contains("//") || path.indexOf('\\') >= 0 || path.indexOf(';') >= 0) {
            throw new RequestRejectedException("An id in the path is not percent-encoded");
        }
        return ofIds.getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }
}

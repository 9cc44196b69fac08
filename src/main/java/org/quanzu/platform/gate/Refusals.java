package org.quanzu.platform.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.quanzu.platform.access.Scope;
import org.quanzu.problem.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says why a call is refused: no key, a wrong key, a missing scope, no such call. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String CHALLENGE = "Bearer realm=\"quanzu\"";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + (given ? ", error=\"invalid_token\"" : ""));
        var detail = given
                ? "The API key is not known, or was revoked or has expired\nMaybe create one with: java -jar quanzu.jar key create"
                : "No API key was given\nMaybe send it in the header \"Authorization: Bearer qz_…\"";
        ProblemWriter.write(request, response, ProblemKind.UNAUTHENTICATED, detail);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        var call = request.getMethod() + " " + request.getRequestURI();
        var permission = Permission.ALL.stream()
                .filter(candidate -> candidate.call().matches(request))
                .findFirst();
        if (permission.isPresent()) {
            lacksScope(request, response, permission.get());
        } else if (methods(request).isEmpty()) {
            ProblemWriter.write(
                    request, response, ProblemKind.NOT_FOUND, "There is no " + call + "\nMaybe look at /api/v1/docs");
        } else {
            var allowed = String.join(", ", methods(request));
            response.setHeader(HttpHeaders.ALLOW, allowed);
            var detail = "There is no " + call + "\nMaybe use " + allowed;
            ProblemWriter.write(request, response, ProblemKind.METHOD_NOT_ALLOWED, detail);
        }
    }

    private void lacksScope(HttpServletRequest request, HttpServletResponse response, Permission permission)
            throws IOException {
        var needed = permission.scopes().stream().map(Scope::word).toList();
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + String.join(" ", needed) + "\"");
        var detail = "This API key lacks the scope " + String.join(" or ", needed)
                + "\nMaybe create one with: java -jar quanzu.jar key create --name NAME --scopes " + needed.get(0);
        ProblemWriter.write(request, response, ProblemKind.FORBIDDEN, detail);
    }

    private static List<String> methods(HttpServletRequest request) {
        return Permission.ALL.stream()
                .filter(permission -> permission.anyMethod().matches(request))
                .map(permission -> permission.method().name())
                .distinct()
                .collect(Collectors.toList());
    }
}

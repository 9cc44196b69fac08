package org.quanzu.platform.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form whose body was read already: its fields stand beside those of the address, as servlets have it. */
final class FormRequest extends ReadRequest {
    private final Map<String, String[]> fields;

    FormRequest(HttpServletRequest request, InputStream body) throws IOException {
        super(request, InputStream.nullInputStream());
        var all = new LinkedHashMap<>(request.getParameterMap());
        for (var pair : new String(body.readAllBytes(), StandardCharsets.US_ASCII).split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                all.merge(
                        decoded(parts[0]),
                        new String[] {parts.length == 1 ? "" : decoded(parts[1])},
                        (before, next) -> Stream.concat(Arrays.stream(before), Arrays.stream(next))
                                .toArray(String[]::new));
            }
        }
        fields = Collections.unmodifiableMap(all);
    }

    /** Broken escapes stay as they are. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return fields;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return fields.get(name);
    }
}

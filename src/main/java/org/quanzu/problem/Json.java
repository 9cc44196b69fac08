package org.quanzu.problem;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the API writes it: unknown fields left out, amounts as decimal strings, times as RFC 3339. */
public final class Json {
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    BigDecimal.class, amount -> amount.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build()
            .writer();

    private Json() {}

    public static byte[] bytes(Object value) {
        return WRITER.writeValueAsBytes(value);
    }
}

package org.quanzu.eventjson;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON text that grows name by name; what is unknown is left out, amounts are strings, times RFC 3339. */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_SIZE = 512;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    private final JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);

    public JsonText() {
        out.writeStartObject();
    }

    public JsonText put(String name, @Nullable String value) {
        if (value != null) {
            out.writeStringProperty(name, value);
        }
        return this;
    }

    public JsonText put(String name, @Nullable Enum<?> value) {
        return put(name, value == null ? null : value.name());
    }

    public JsonText put(String name, @Nullable OffsetDateTime time) {
        return put(name, time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
    }

    public JsonText put(String name, @Nullable BigDecimal amount) {
        return put(name, amount == null ? null : amount.toPlainString());
    }

    public JsonText put(String name, @Nullable Integer value) {
        if (value != null) {
            out.writeNumberProperty(name, value.intValue());
        }
        return this;
    }

    public JsonText put(String name, @Nullable Boolean value) {
        if (value != null) {
            out.writeBooleanProperty(name, value);
        }
        return this;
    }

    public JsonText put(String name, Collection<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(out::writeString);
        out.writeEndArray();
        return this;
    }

    public JsonText open(String name) {
        out.writeObjectPropertyStart(name);
        return this;
    }

    public JsonText close() {
        out.writeEndObject();
        return this;
    }

    /** Writes {@code values} as objects, each between its braces by {@code each}. */
    public <T> JsonText each(String name, Collection<T> values, Writer<T> each) {
        out.writeArrayPropertyStart(name);
        for (T value : values) {
            out.writeStartObject();
            each.write(this, value);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }

    /** Ends the text. */
    public byte[] toBytes() {
        out.writeEndObject();
        out.close();
        return bytes.toByteArray();
    }

    /** Writes the inside of one object. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(JsonText text, T value);
    }
}

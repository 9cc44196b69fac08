package org.quanzu.eventjson;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.eventjson.Raw.Items;
import org.quanzu.eventjson.Raw.Literal;
import org.quanzu.eventjson.Raw.Members;
import org.quanzu.eventjson.Raw.Numeral;
import org.quanzu.eventjson.Raw.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON object of UTF-8 within strict limits; nothing of the body is repeated in its messages. */
final class StrictJson {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_TEXT = 8_192;
    private static final int MAX_NAME = 128;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(MAX_TEXT)
                    .maxNameLength(MAX_NAME)
                    .build())
            .build();

    private final JsonParser parser;
    private final Faults faults;

    private StrictJson(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** The object {@code json} is; keys given twice are added to {@code faults}. */
    static Members read(byte[] json, Faults faults) {
        if (!isUtf8(json)) {
            throw new InvalidJson("is not valid UTF-8", "", 1, 1);
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return new StrictJson(parser, faults).document();
        }
    }

    private static boolean isUtf8(byte[] json) {
        if (new String(json, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0) {
            return true;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .hasRemaining();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private Members document() {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new InvalidJson("is empty; one JSON object is expected", "", 1, 1);
            }
            if (!(value(first) instanceof Members object)) {
                throw new InvalidJson("is not a JSON object", "", 1, 1);
            }
            if (parser.nextToken() != null) {
                throw broken(parser.currentTokenLocation(), "has something after the end of the object");
            }
            return object;
        } catch (StreamConstraintsException e) {
            throw broken(
                    parser.currentLocation(),
                    "goes beyond a limit: at most " + MAX_DEPTH + " levels deep, " + MAX_TEXT
                            + " characters in a text, " + MAX_NAME + " in a name");
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw broken(at == null ? parser.currentLocation() : at, "is not valid JSON");
        }
    }

    private InvalidJson broken(TokenStreamLocation at, String what) {
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        return new InvalidJson(what, pointer, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private Raw value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> members();
            case START_ARRAY -> items();
            case VALUE_STRING -> new Text(parser.getString());
            case VALUE_NUMBER_INT -> new Numeral(parser.getString(), true);
            case VALUE_NUMBER_FLOAT -> new Numeral(parser.getString(), false);
            case VALUE_TRUE -> Literal.TRUE;
            case VALUE_FALSE -> Literal.FALSE;
            case VALUE_NULL -> Literal.NULL;
            default -> throw broken(parser.currentTokenLocation(), "is not valid JSON");
        };
    }

    private Members members() {
        Map<String, Raw> members = new HashMap<>(32);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Raw value = value(parser.nextToken());
            if (members.put(name, value) != null) {
                faults.add(parser.streamReadContext().pathAsPointer().toString(), "is given twice");
            }
        }
        return new Members(members);
    }

    private Items items() {
        List<Raw> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return new Items(items);
    }
}

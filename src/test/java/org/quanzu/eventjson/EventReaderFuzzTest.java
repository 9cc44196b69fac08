package org.quanzu.eventjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EventReaderFuzzTest {
    private final EventReader reader = new EventReader(InstantSource.fixed(Instant.parse("2026-03-02T00:00:00Z")));

    private static final List<String> PIECES = List.of(
            "null",
            "true",
            "NaN",
            "-1",
            "1e999",
            "\"\"",
            "\"\\ud800\"",
            "{}",
            "[]",
            "[[",
            "{\"a\":",
            "\"amount\"",
            ",",
            ":",
            "\"",
            "\\",
            "\\u0000",
            "99999999999999999999",
            "\"2026-03-01T14:05:00\"",
            "\"OUT\"",
            "}",
            "]",
            "保",
            "\uFFFF",
            "\u0000");

    @Provide
    Arbitrary<String> piece() {
        return Arbitraries.of(PIECES);
    }

    private void readsOrRefuses(byte[] json) {
        try {
            assertThat(reader.read(json, "bank")).isNotNull();
        } catch (InvalidBody e) {
            assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.pointer()).startsWith("/");
                assertThat(fault.message()).isNotBlank();
            });
        } catch (InvalidJson e) {
            assertThat(e).hasMessageContaining("line");
        }
    }

    private static byte[] body(EventType type) {
        return Bodies.of(type).with("type", '"' + type.word() + '"').bytes();
    }

    @Property(tries = 2000)
    void readsOrRefusesABodyWithPiecesPutIn(
            @ForAll EventType type,
            @ForAll @Size(min = 1, max = 3) List<@From("piece") String> pieces,
            @ForAll @IntRange(max = 400) int place,
            @ForAll @IntRange(max = 20) int cut) {
        String body = new String(body(type), UTF_8);
        int from = Math.min(place, body.length());
        int to = Math.min(from + cut, body.length());

        readsOrRefuses((body.substring(0, from) + String.join("", pieces) + body.substring(to)).getBytes(UTF_8));
    }

    @Property(tries = 2000)
    void readsOrRefusesABodyWithBytesChanged(
            @ForAll EventType type,
            @ForAll @Size(max = 4) List<@IntRange(max = 500) Integer> places,
            @ForAll byte other) {
        byte[] body = body(type);

        for (int place : places) {
            body[place % body.length] = other;
        }

        readsOrRefuses(body);
    }

    @Property(tries = 1000)
    void readsOrRefusesABodyWithValuesExchanged(
            @ForAll EventType type, @ForAll @IntRange(max = 12) int first, @ForAll("piece") String value) {
        String[] members = new String(body(type), UTF_8).split(",\"");
        List<String> changed = new ArrayList<>(List.of(members));
        int at = first % members.length;

        changed.set(at, changed.get(at).replaceFirst(":.*", ":" + value.replace("\\", "\\\\")));

        readsOrRefuses(String.join(",\"", changed).getBytes(UTF_8));
    }

    @Property(tries = 500)
    void readsOrRefusesAnything(@ForAll byte[] json, @ForAll String text) {
        readsOrRefuses(json);
        readsOrRefuses(text.getBytes(UTF_8));
    }
}

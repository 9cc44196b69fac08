package org.quanzu.eventjson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static InvalidJson refused(byte[] json) {
        return catchThrowableOfType(InvalidJson.class, () -> Fields.of(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":tru}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1} {}",
                "{\"a\":1}x",
                "// c\n{}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"",
                "[]",
                "null",
                "7",
                "\"text\"",
                "<xml/>",
                "eventId=7"
            })
    void refusesWhatIsNoJsonObject(String json) {
        assertThat(refused(json.getBytes(UTF_8))).isNotNull();
    }

    static List<byte[]> otherCharsets() {
        return List.of(
                "{\"a\":\"é\"}".getBytes(ISO_8859_1),
                "{\"a\":\"b\"}".getBytes(UTF_16),
                new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'},
                new byte[] {(byte) 0xFF});
    }

    @ParameterizedTest
    @MethodSource("otherCharsets")
    void refusesWhatIsNotUtf8(byte[] json) {
        assertThat(refused(json)).isNotNull();
    }

    @Test
    void takesAReplacementCharacterThatWasSent() {
        assertThat(Fields.of("{\"a\":\"\uFFFD\"}".getBytes(UTF_8)).optionalText("a"))
                .isEqualTo("\uFFFD");
    }

    @Test
    void saysWhereTheJsonBreaks() {
        InvalidJson refused = refused("{\n \"amount\": NaN}".getBytes(UTF_8));

        assertThat(refused.line()).isEqualTo(2);
        assertThat(refused.column()).isBetween(11, 16);
        assertThat(refused.pointer()).isEqualTo("/amount");
        assertThat(refused).hasMessageContaining("line 2").hasMessageContaining("/amount");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 10_000})
    void refusesDeepNesting(int depth) {
        String arrays = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        String objects = "{\"a\":".repeat(depth + 1) + "1" + "}".repeat(depth + 1);

        assertThat(refused(arrays.getBytes(UTF_8))).hasMessageContaining("20 levels deep");
        assertThat(refused(objects.getBytes(UTF_8))).hasMessageContaining("20 levels deep");
    }

    @Test
    void refusesHugeTextsAndNames() {
        String huge = "x".repeat(10_000);

        assertThat(refused(("{\"a\":\"" + huge + "\"}").getBytes(UTF_8))).hasMessageContaining("limit");
        assertThat(refused(("{\"" + huge + "\":1}").getBytes(UTF_8))).hasMessageContaining("limit");
    }

    @Test
    void takesAHugeNumberForWhatItIs() {
        Fields fields = Fields.of(("{\"a\":" + "9".repeat(5_000) + "}").getBytes(UTF_8));

        assertThatThrownBy(() -> fields.build(body -> body.optionalWhole("a")))
                .isInstanceOfSatisfying(
                        InvalidBody.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.message()).hasSizeLessThan(100)));
    }

    @Test
    void refusesAKeyGivenTwice() {
        Fields fields = Fields.of("{\"a\":\"1\",\"a\":\"1\",\"b\":{\"c\":1,\"c\":2}}".getBytes(UTF_8));

        assertThatThrownBy(() -> fields.build(body -> body.optionalText("a")))
                .isInstanceOfSatisfying(
                        InvalidBody.class,
                        refused -> assertThat(refused.faults())
                                .contains(new Fault("/a", "is given twice"), new Fault("/b/c", "is given twice")));
    }

    @Test
    void escapesPointersAsRfc6901Does() {
        Fields fields = Fields.of("{\"a/b~c\":1}".getBytes(UTF_8));

        assertThatThrownBy(() -> fields.build(body -> ""))
                .isInstanceOfSatisfying(
                        InvalidBody.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/a~1b~0c"));
    }
}

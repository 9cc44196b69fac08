package org.quanzu.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LinesTest {

    @Property(tries = 200)
    void givesEveryLineThatIsNotBlankWithItsNumber(
            @ForAll @Size(max = 12) List<@IntRange(max = 40_000) Integer> lengths, @ForAll boolean ended)
            throws IOException {
        int limit = 20_000;
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            int length = lengths.get(i);
            boolean last = i == lengths.size() - 1;
            text.append("x".repeat(length)).append(last && !ended ? "" : "\n");
            if (length > 0) {
                expected.add((i + 1) + ":" + (length > limit ? "too long" : length));
            }
        }

        Lines lines = new Lines(new ByteArrayInputStream(text.toString().getBytes(UTF_8)), limit);

        List<String> found = new ArrayList<>();
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            found.add(line.number() + ":" + (line.bytes() == null ? "too long" : line.bytes().length));
        }
        assertThat(found).isEqualTo(expected);
    }
}

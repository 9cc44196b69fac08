package org.quanzu.simulation.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.simulation.SmallCity;
import org.quanzu.simulation.city.City;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {
    @TempDir
    private Path folder;

    @Test
    void writesEventsWithTheTruthBesideThem() throws IOException {
        City city = new SmallCity(folder.resolve("city")).read();
        Path out = folder.resolve("out");

        long count = new Export(new Feed(city), () -> {}).to(out);

        List<JsonNode> events = lines(out, "events.ndjson");
        List<JsonNode> truth = lines(out, "truth.ndjson");
        assertThat(events).hasSize((int) count).hasSameSizeAs(truth);
        assertThat(events).noneMatch(it -> it.has("source") || it.has("episode") || it.has("loss"));
        for (int i = 0; i < events.size(); i++) {
            assertThat(truth.get(i).path("eventId")).isEqualTo(events.get(i).path("eventId"));
        }
        assertThat(truth)
                .filteredOn(it -> it.has("episode"))
                .isNotEmpty()
                .allMatch(it -> it.path("measured").booleanValue());
        assertThat(lines(out, "persons.ndjson")).hasSize(40);
        assertThat(lines(out, "episodes.ndjson"))
                .hasSize(40)
                .allMatch(it -> it.path("losses").size() == 2);
    }

    @Test
    void writesTheSameAgain() throws IOException {
        City city = new SmallCity(folder.resolve("city")).read();

        new Export(new Feed(city), () -> {}).to(folder.resolve("a"));
        new Export(new Feed(city), () -> {}).to(folder.resolve("b"));

        assertThat(folder.resolve("b/events.ndjson")).hasSameBinaryContentAs(folder.resolve("a/events.ndjson"));
        assertThat(folder.resolve("b/episodes.ndjson")).hasSameBinaryContentAs(folder.resolve("a/episodes.ndjson"));
    }

    @Test
    void leavesNothingThatLooksWholeWhenItIsCutShort() throws IOException {
        City city = new SmallCity(folder.resolve("city")).read();
        Path out = folder.resolve("out");
        new Export(new Feed(city), () -> {}).to(out);
        int[] days = {0};

        assertThatThrownBy(() -> new Export(new Feed(city), () -> {
                            if (++days[0] == 3) {
                                throw new IllegalStateException("interrupted");
                            }
                        })
                        .to(out))
                .hasMessage("interrupted");

        try (Stream<Path> left = Files.list(out)) {
            assertThat(left.map(it -> it.getFileName().toString())).doesNotContain("events.ndjson", "truth.ndjson");
        }
    }

    @Test
    void saysThatAFolderCannotBeWrittenTo() throws IOException {
        City city = new SmallCity(folder.resolve("city")).read();
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new Export(new Feed(city), () -> {}).to(file.resolve("out")))
                .hasMessageContaining("Nothing was written to " + file.resolve("out"))
                .hasMessageContaining("\nMaybe ");
    }

    private static List<JsonNode> lines(Path folder, String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}

package org.quanzu.simulation.story;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quanzu.fact.Surroundings;
import org.quanzu.simulation.Deployment;

/** Reads stories from folders {@code <folder>/<story>/} with {@code story.md}, {@code events.csv}, {@code expected.csv}. */
public final class Stories {
    private Stories() {}

    /** All stories under {@code simulations}, by path. A story that cannot be read is an {@link InvalidStory}. */
    public static List<Story> read(Path simulations) {
        try (Stream<Path> files = Files.walk(simulations, 3)) {
            return files.filter(file -> file.getFileName().toString().equals("events.csv"))
                    .map(file -> Objects.requireNonNull(file.getParent()))
                    .sorted()
                    .map(Stories::story)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the stories in " + simulations, e);
        }
    }

    private static Story story(Path folder) {
        String name = folder.getFileName().toString();
        FrontMatter front = FrontMatter.read(folder.resolve("story.md"));
        return new Story(
                Objects.requireNonNull(folder.getParent()).getFileName().toString(),
                name,
                front.title(name),
                front.attributes(),
                rows(folder.resolve("events.csv"), row -> step(row, name)),
                rows(folder.resolve("expected.csv"), Stories::expectation));
    }

    private static Story.Step step(Row row, String personId) {
        return new Story.Step(
                StoryEvents.read(row, personId),
                new Surroundings(row.whole("other_payers"), row.whole("other_people")));
    }

    private static Story.Expectation expectation(Row row) {
        return new Story.Expectation(
                row.line(),
                row.required("event_id"),
                row.text("at_least"),
                row.text("at_most"),
                row.text("family"),
                row.text("decision"),
                row.words("rules"),
                row.words("not_rules"),
                deployment(row));
    }

    private static Deployment deployment(Row row) {
        String word = row.text("deployment");
        try {
            return word == null ? Deployment.BOTH : Deployment.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.wrong("deployment", "is " + word + "\nMaybe both, bank or telecom");
        }
    }

    private static <T> List<T> rows(Path file, Function<Row, T> reader) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream()
                    .map(record -> reader.apply(new Row(file.toString(), record)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}

package org.quanzu.simulation.period;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.quanzu.eventjson.InvalidBody;
import org.quanzu.eventjson.InvalidJson;

/** The lines of a file that has a JSON object in each. */
final class Lines {
    private Lines() {}

    /** Hands on every line that is not blank; what is wrong with one is told with its number. */
    static void each(Path file, Consumer<byte[]> taker) {
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    take(file, number, line.getBytes(StandardCharsets.UTF_8), taker);
                }
            }
        } catch (NoSuchFileException e) {
            throw new InvalidPeriod(
                    file, "there is no such file\nMaybe simulate --export ndjson shows what one looks like");
        } catch (IOException e) {
            throw new InvalidPeriod(
                    file, number + 1, "cannot be read: " + e.getMessage() + "\nMaybe the file is not written in UTF-8");
        }
    }

    private static void take(Path file, long number, byte[] line, Consumer<byte[]> taker) {
        try {
            taker.accept(line);
        } catch (InvalidBody | InvalidJson e) {
            throw new InvalidPeriod(file, number, String.valueOf(e.getMessage()));
        }
    }
}

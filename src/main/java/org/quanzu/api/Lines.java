package org.quanzu.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream that are not blank, one after the other, numbered from 1 as they stand there. */
final class Lines {
    private static final int BUFFER = 16 * 1024;

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private int at;
    private int end;
    private int number;

    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** One line; {@code bytes} is null where it is longer than allowed. */
    record Line(int number, byte @Nullable [] bytes) {}

    /** The next line, or null at the end. */
    @Nullable Line next() throws IOException {
        while (at < end || fill()) {
            number++;
            boolean fits = collect();
            byte[] bytes = line.toByteArray();
            if (!fits) {
                return new Line(number, null);
            }
            if (!isBlank(bytes)) {
                return new Line(number, bytes);
            }
        }
        return null;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private boolean collect() throws IOException {
        line.reset();
        boolean fits = true;
        do {
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            fits = fits && line.size() + at - start <= limit;
            if (fits) {
                line.write(buffer, start, at - start);
            }
        } while (at == end && fill());
        at++;
        return fits;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}

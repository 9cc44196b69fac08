package org.quanzu.platform.body;

import java.io.IOException;
import java.io.InputStream;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;
import org.springframework.util.FastByteArrayOutputStream;

/** A body as far as it was read: in blocks, never more than allowed, with its lines counted. */
final class ReceivedBody {
    private static final int FIRST_BLOCK = 4_096;
    private final BodyLimits limits;
    private final FastByteArrayOutputStream kept = new FastByteArrayOutputStream(FIRST_BLOCK);
    private long bytes;
    private int lines;
    private boolean inLine;

    ReceivedBody(BodyLimits limits) {
        this.limits = limits;
    }

    void add(byte[] block, int length) throws IOException {
        var room = (int) Math.min(length, limits.bytes() - Math.min(bytes, limits.bytes()));
        kept.write(block, 0, room);
        bytes += length;
        for (int at = 0; at < length; at++) {
            if (block[at] == '\n') {
                inLine = false;
            } else if (!inLine && block[at] > ' ' | block[at] < 0) {
                inLine = true;
                lines++;
            }
        }
        if (lines > limits.lines()) {
            kept.reset();
        }
    }

    long bytes() {
        return bytes;
    }

    int lines() {
        return lines;
    }

    boolean isTooLong() {
        return bytes > limits.bytes();
    }

    /** Refuses a body of too many lines, saying how many there are. */
    void requireLines() {
        if (lines > limits.lines()) {
            throw new Refused(
                    ProblemKind.TOO_LARGE,
                    "The batch has " + lines + " lines; at most " + limits.lines() + " are taken\nMaybe send it in "
                            + (lines / limits.lines() + 1) + " batches");
        }
    }

    /** What was kept; reading on beyond that is refused where there was more. */
    InputStream stream() {
        var stream = kept.getInputStream();
        return isTooLong() ? new CutShort(stream, tooLong(limits.bytes())) : stream;
    }

    static Refused tooLong(int limit) {
        return new Refused(ProblemKind.TOO_LARGE, "The body is larger than " + limit + " bytes");
    }

    private static final class CutShort extends InputStream {
        private final InputStream kept;
        private final Refused why;

        CutShort(InputStream kept, Refused why) {
            this.kept = kept;
            this.why = why;
        }

        @Override
        public int read() throws IOException {
            var next = kept.read();
            if (next < 0) {
                throw why;
            }
            return next;
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            var read = kept.read(block, offset, length);
            if (read < 0) {
                throw why;
            }
            return read;
        }
    }
}

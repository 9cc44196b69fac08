package org.quanzu.platform.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Reads bodies before anything else is done with them. A body that has arrived costs no more than its bytes; one that is
 * still on its way holds a thread only while few do so, and only for a while.
 */
final class BodyReader {
    private static final int BLOCK = 8_192;
    private static final long PAUSE_NANOS = 2_000_000;
    private static final int PAUSES = 25;
    private final SlowBodies slow;
    private final LongSupplier nanos;

    BodyReader(SlowBodies slow, LongSupplier nanos) {
        this.slow = slow;
        this.nanos = nanos;
    }

    /** The body, read to its end or, where it is too long, to twice what is allowed; throws {@link SlowBody}. */
    ReceivedBody read(HttpServletRequest request, String caller, BodyLimits limits) throws IOException {
        var body = new ReceivedBody(limits);
        var incoming = IncomingBody.of(request);
        if (incoming != null && incoming.hasKnownLength() && readWhatIsHere(request, incoming, body)) {
            return body;
        }
        if (!slow.enter(caller)) {
            if (incoming != null && incoming.hasKnownLength() && comesSoon(request, incoming, body)) {
                return body;
            }
            throw new SlowBody(503, "Too many bodies are on their way at once\nMaybe send the whole request at once");
        }
        try {
            readSlowly(request, body, limits);
        } finally {
            slow.leave(caller);
        }
        return body;
    }

    /** Many ordinary clients send the head by itself, and the body a moment later. */
    private static boolean comesSoon(HttpServletRequest request, IncomingBody incoming, ReceivedBody body)
            throws IOException {
        for (int pause = 0; pause < PAUSES; pause++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (readWhatIsHere(request, incoming, body)) {
                return true;
            }
        }
        return false;
    }

    private static boolean readWhatIsHere(HttpServletRequest request, IncomingBody incoming, ReceivedBody body)
            throws IOException {
        var length = request.getContentLengthLong();
        var block = new byte[(int) Math.min(BLOCK, length)];
        while (body.bytes() < length && incoming.isHere()) {
            var read = request.getInputStream().read(block);
            if (read < 0) {
                return true;
            }
            body.add(block, read);
        }
        return body.bytes() >= length;
    }

    private void readSlowly(HttpServletRequest request, ReceivedBody body, BodyLimits limits) throws IOException {
        var begin = nanos.getAsLong();
        var in = request.getInputStream();
        var block = new byte[BLOCK];
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            body.add(block, read);
            if (limits.areOverrun(body.bytes(), Duration.ofNanos(nanos.getAsLong() - begin))) {
                throw new SlowBody(
                        408, "The body came too slowly\nMaybe the connection is slow; send fewer events at once");
            }
            if (body.bytes() > 2L * limits.bytes()) {
                throw ReceivedBody.tooLong(limits.bytes());
            }
        }
    }
}

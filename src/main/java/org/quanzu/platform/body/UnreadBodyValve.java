package org.quanzu.platform.body;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Ends requests that were answered before their body was read, as refused ones are: takes what is on its way for a moment,
 * so that the sender sees the answer, and otherwise closes the connection. Tomcat would wait for the rest.
 */
final class UnreadBodyValve extends ValveBase {
    private static final int LINGERING = 8;
    private static final int MOST_BYTES = 2_000_000;
    private static final int PAUSE_MILLIS = 5;
    private static final int PAUSES = 100;
    private final Semaphore lingering = new Semaphore(LINGERING);

    UnreadBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var body = new IncomingBody(request);
        body.attach();
        getNext().invoke(request, response);
        if (!request.isAsync() && request.getHeader("Expect") == null && !isGone(body)) {
            close(request, response);
        }
    }

    private boolean isGone(IncomingBody body) {
        try {
            return body.isReadToItsEnd() || body.hasKnownLength() && taken(body, MOST_BYTES) < 0 || lingers(body);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean lingers(IncomingBody body) throws IOException {
        if (!lingering.tryAcquire()) {
            return false;
        }
        try {
            var room = MOST_BYTES;
            for (int pause = 0; pause < PAUSES && room > 0 && !body.isReadToItsEnd(); pause++) {
                var read = taken(body, room);
                room -= Math.max(0, read);
                if (read == 0) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
            return body.isReadToItsEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lingering.release();
        }
    }

    /** Reads what is here, and answers how much it was; -1 at the end. */
    private static int taken(IncomingBody body, int room) throws IOException {
        var buffer = new byte[8_192];
        var taken = 0;
        while (taken < room && !body.isReadToItsEnd() && body.isHere()) {
            var read = body.stream().read(buffer);
            if (read < 0) {
                return -1;
            }
            taken += read;
        }
        return body.isReadToItsEnd() ? -1 : taken;
    }

    private static void close(Request request, Response response) throws IOException {
        if (!response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
        response.finishResponse();
        request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
    }
}

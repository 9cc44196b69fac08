package org.quanzu.platform.body;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** The body of a request on its way in, of which Tomcat can say what is here already; servlets cannot. */
final class IncomingBody {
    private static final String ATTRIBUTE = IncomingBody.class.getName();
    private final Request request;
    private final org.apache.coyote.Request raw;

    IncomingBody(Request request) {
        this.request = request;
        this.raw = request.getCoyoteRequest();
    }

    /** Where the filters find it. */
    void attach() {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The body of this request; null where no Tomcat has made it. */
    static @Nullable IncomingBody of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof IncomingBody body ? body : null;
    }

    boolean isReadToItsEnd() {
        var read = new AtomicBoolean();
        raw.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    /** Whether the next read returns at once; takes in what has arrived, and never waits. */
    boolean isHere() throws IOException {
        if (request.getStream().available() > 0) {
            return true;
        }
        raw.action(ActionCode.AVAILABLE, Boolean.TRUE);
        return raw.getAvailable() > 0;
    }

    /** Whether the sender said how long it is, so that what is here can be read without waiting for more. */
    boolean hasKnownLength() {
        return raw.getContentLengthLong() >= 0;
    }

    InputStream stream() {
        return request.getStream();
    }
}

package org.quanzu.platform.body;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.quanzu.api.Answers;

/** Notes when the first byte of a request came, so that the latency budget covers whatever comes before its handler. */
final class StartedValve extends ValveBase {

    StartedValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(Answers.STARTED, (Long) request.getCoyoteRequest().getStartTimeNanos());
        getNext().invoke(request, response);
    }
}

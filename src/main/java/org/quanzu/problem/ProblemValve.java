package org.quanzu.problem;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Tells problems with requests so broken that they never reach the application; Tomcat makes it by its class name. */
public final class ProblemValve extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        byte[] json = Problem.ofStatus(status, null).json();
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setContentLength(json.length);
            OutputStream body = response.getOutputStream();
            body.write(json);
            response.finishResponse();
        } catch (IOException e) {
            getContainer().getLogger().debug("The client went away before it could be told of a problem");
        }
    }
}

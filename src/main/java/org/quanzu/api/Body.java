package org.quanzu.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;

/** Bodies as bytes, in and out, past Spring's converters: on this path every microsecond counts. */
final class Body {
    static final String JSON = "application/json";
    static final int EVENT_BYTES = 64 * 1024;
    static final int HISTORY_BYTES = 1024 * 1024;

    private Body() {}

    /** The whole body; refuses one of more than {@code limit} bytes, one that is compressed, one that is not UTF-8. */
    static byte[] read(HttpServletRequest request, int limit) throws IOException {
        refuseOtherCodings(request);
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            throw tooLarge(limit);
        }
        if (announced >= 0) {
            return exactly(request, (int) announced);
        }
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw tooLarge(limit);
        }
        return body;
    }

    private static byte[] exactly(HttpServletRequest request, int length) throws IOException {
        byte[] body = new byte[length];
        int read = request.getInputStream().readNBytes(body, 0, length);
        return read == length ? body : Arrays.copyOf(body, read);
    }

    static void refuseOtherCodings(HttpServletRequest request) {
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new Refused(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE, "The body is encoded\nMaybe send it without Content-Encoding");
        }
        if (!isUtf8(request.getContentType())) {
            throw new Refused(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "JSON is UTF-8\nMaybe leave the charset out");
        }
    }

    private static boolean isUtf8(@Nullable String contentType) {
        int at = contentType == null ? -1 : contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        return contentType == null
                || at < 0
                || contentType
                        .substring(at + "charset=".length())
                        .replace("\"", "")
                        .trim()
                        .equalsIgnoreCase("utf-8");
    }

    private static Refused tooLarge(int limit) {
        return new Refused(
                ProblemKind.TOO_LARGE,
                "The body has more than " + limit
                        + " bytes\nMaybe it is several events; they go to POST /api/v1/events, one in a line");
    }

    static void write(HttpServletResponse response, byte[] json) throws IOException {
        write(response, 200, JSON, json);
    }

    static void write(HttpServletResponse response, int status, String type, byte[] json) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}

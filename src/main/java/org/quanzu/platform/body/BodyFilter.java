package org.quanzu.platform.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.problem.Problem;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the whole body, bounded in size, time and number at once, before anything behind it works on the request. */
public final class BodyFilter extends OncePerRequestFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH"); // of others it is never read
    /** Where the number of lines of a batch stands, as an attribute of the request. */
    public static final String LINES = BodyFilter.class.getName() + ".lines";

    private static final String BATCH = "/api/v1/events";
    private static final String FORM = "application/x-www-form-urlencoded";
    private final BodyLimits ofRequest;
    private final BodyLimits ofBatch;
    private final SlowBodies batches;
    private final BodyReader ordinary;
    private final BodyReader large;
    private final Supplier<@Nullable Principal> caller;

    /** {@code caller} tells who sends the request at hand, as far as that is known by now. */
    public BodyFilter(QuanzuSettings.Limits limits, Supplier<@Nullable Principal> caller) {
        this.ofRequest = BodyLimits.ofRequest(limits.requestBytes(), limits.bodyTime());
        this.ofBatch = BodyLimits.ofBatch(limits.batchBytes(), limits.batchLines(), limits.bodyTime());
        this.batches = new SlowBodies(limits.batchesAtOnce());
        this.ordinary = new BodyReader(new SlowBodies(limits.slowBodies()), System::nanoTime);
        this.large = new BodyReader(new SlowBodies(2 * limits.batchesAtOnce()), System::nanoTime);
        this.caller = caller;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!announcesBody(request)) {
            chain.doFilter(request, response);
        } else if (!WITH_BODY.contains(request.getMethod())) {
            chain.doFilter(new ReadRequest(request, InputStream.nullInputStream()), response);
        } else if (!BATCH.equals(request.getRequestURI())) {
            read(request, response, chain, ordinary, ofRequest);
        } else if (batches.enter(who())) {
            try {
                read(request, response, chain, large, ofBatch);
            } finally {
                batches.leave(who());
            }
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            write(
                    request,
                    response,
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            "Too many batches are under way\nMaybe send it again in a second"));
        }
    }

    private void read(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            BodyReader reader,
            BodyLimits limits)
            throws IOException, ServletException {
        HttpServletRequest whole;
        try {
            whole = whole(request, reader, who(), limits);
        } catch (Refused e) {
            write(request, response, Problem.of(e));
            return;
        } catch (SlowBody e) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            write(request, response, Problem.ofStatus(e.status(), e.getMessage()));
            return;
        } catch (IOException e) { // the sender went away, or sent nothing for longer than the connection's time-out
            write(request, response, Problem.ofStatus(408, "The body did not come to its end\nMaybe send it again"));
            return;
        }
        chain.doFilter(whole, response);
    }

    private String who() {
        var known = caller.get();
        return known == null ? "" : Objects.requireNonNullElse(known.getName(), "");
    }

    private static HttpServletRequest whole(
            HttpServletRequest request, BodyReader reader, String caller, BodyLimits limits) throws IOException {
        if (request.getContentLengthLong() > 2L * limits.bytes()) {
            throw ReceivedBody.tooLong(limits.bytes());
        }
        var body = reader.read(request, caller, limits);
        body.requireLines();
        if (limits.lines() < Integer.MAX_VALUE) {
            request.setAttribute(LINES, body.lines());
        }
        if (body.isTooLong() && (limits.lines() == Integer.MAX_VALUE || request.getContentLengthLong() >= 0)) {
            throw ReceivedBody.tooLong(limits.bytes());
        }
        return isForm(request) ? new FormRequest(request, body.stream()) : new ReadRequest(request, body.stream());
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    private static boolean announcesBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        var json = problem.at(request.getRequestURI()).json();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}

package org.quanzu.problem;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of problems, each with its HTTP status; callers tell them apart by the type. */
public enum ProblemKind {
    INVALID_BODY(400, "Something in the body cannot be accepted", "compare the body with /api/v1/docs"),
    MALFORMED_JSON(400, "The body is not JSON as expected", "it was cut short, or put together by hand"),
    BAD_REQUEST(400, "The request cannot be understood", "compare it with /api/v1/docs"),
    UNAUTHENTICATED(401, "A valid API key is needed", "send one in the header \"Authorization: Bearer …\""),
    FORBIDDEN(403, "The API key does not allow this", "use another API key"),
    NOT_FOUND(404, "There is nothing here", "look at /api/v1/docs"),
    UNKNOWN_PERSON(404, "Nobody of this id is known", "no event of this person has arrived yet"),
    UNKNOWN_RULE_SET(404, "No such rule set is at hand", "look at GET /api/v1/rule-sets"),
    UNKNOWN_TRANSACTION(404, "No such transaction is known", "it has not arrived yet"),
    UNKNOWN_EVENT(404, "No such event is known", "it was sent with another API key, or has not arrived yet"),
    UNKNOWN_ASSESSMENT(404, "No such assessment is known", "it was of another source's event"),
    UNKNOWN_CASE(404, "No such case is known", "nobody has had to act for this person so far"),
    METHOD_NOT_ALLOWED(405, "This address does not take this method", "use one the header Allow names"),
    NOT_ACCEPTABLE(406, "No such form of answer", "leave the header Accept out"),
    CONFLICTING_EVENT(409, "The id was used with other content", "an id is used twice"),
    CONFLICTING_FEEDBACK(409, "The id was used with other content", "a correction needs an id of its own"),
    CONFLICTING_MERGE(409, "The persons cannot be one or two as they are", "look at both of them first"),
    OTHER_PERSON(409, "The person is another one than before", "name the person as before"),
    PRECONDITION_FAILED(412, "It has changed since it was read", "read it again and repeat the change"),
    TOO_LARGE(413, "The body is too large", "send fewer events at once"),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body is not of a type this address takes", "use a Content-Type the header Accept names"),
    TOO_MANY_REQUESTS(429, "Too many requests", "wait a second"),
    INTERNAL(500, "Something went wrong here", "the log of the server says more"),
    UNAVAILABLE(503, "Not possible at the moment", "send the same request again in a second");

    private final int status;
    private final String title;
    private final String advice;

    ProblemKind(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What to try when nothing more particular is known, as the last line of a detail. */
    String advice() {
        return "Maybe " + advice;
    }

    public String type() {
        return "urn:quanzu:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The plainest kind with this status, or of its class of statuses. */
    public static ProblemKind ofStatus(int status) {
        ProblemKind otherwise = status < 500 ? BAD_REQUEST : INTERNAL;
        return Arrays.stream(values())
                .filter(kind -> kind.status == status)
                .filter(kind -> kind != INVALID_BODY && kind != MALFORMED_JSON)
                .findFirst()
                .orElse(otherwise);
    }
}

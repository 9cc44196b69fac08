package org.quanzu.problem;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of problems, each with its HTTP status; callers tell them apart by the type. */
public enum ProblemKind {
    INVALID_BODY(400, "Something in the body cannot be accepted"),
    MALFORMED_JSON(400, "The body is not JSON as expected"),
    BAD_REQUEST(400, "The request cannot be understood"),
    UNAUTHENTICATED(401, "A valid API key is needed"),
    FORBIDDEN(403, "The API key does not allow this"),
    NOT_FOUND(404, "There is nothing here"),
    UNKNOWN_PERSON(404, "Nobody of this id is known"),
    UNKNOWN_RULE_SET(404, "No such rule set is at hand"),
    UNKNOWN_TRANSACTION(404, "No such transaction is known"),
    METHOD_NOT_ALLOWED(405, "This address does not take this method"),
    NOT_ACCEPTABLE(406, "No such form of answer"),
    CONFLICTING_EVENT(409, "The id was used with other content"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not of a type this address takes"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Something went wrong here"),
    UNAVAILABLE(503, "Not possible at the moment");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
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

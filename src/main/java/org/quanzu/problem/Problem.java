package org.quanzu.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.ConflictingEvent;
import org.quanzu.assessment.IntakeUnavailable;
import org.quanzu.assessment.OtherPersonsTransaction;
import org.quanzu.assessment.PersonChangeRefused;
import org.quanzu.assessment.Persons.ConflictingFeedback;
import org.quanzu.assessment.UnknownTransaction;
import org.quanzu.eventjson.Fault;
import org.quanzu.eventjson.InvalidBody;
import org.quanzu.eventjson.InvalidJson;

/**
 * A problem as RFC 9457 writes it. The last line of {@code detail} starts with "Maybe" and says what to try; {@code line}
 * is the line of a batch (from 1) it belongs to, {@code instance} the path that was asked.
 */
public record Problem(
        @Nullable Integer line,
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemKind kind, @Nullable String detail) {
        return of(kind, detail, List.of());
    }

    private static Problem of(ProblemKind kind, @Nullable String detail, List<Fault> errors) {
        return new Problem(null, kind.type(), kind.title(), kind.status(), advised(kind, detail), null, errors);
    }

    /** A problem of which only the status is known; it keeps it, though the kind may have another. */
    public static Problem ofStatus(int status, @Nullable String detail) {
        ProblemKind kind = ProblemKind.ofStatus(status);
        return new Problem(null, kind.type(), kind.title(), status, advised(kind, detail), null, List.of());
    }

    private static String advised(ProblemKind kind, @Nullable String detail) {
        if (detail == null || detail.isBlank()) {
            return kind.advice();
        }
        boolean advised = detail.startsWith("Maybe ", detail.lastIndexOf('\n') + 1);
        return advised ? detail : detail + "\n" + kind.advice();
    }

    /** What a failure means to a caller; a failure nobody expected tells nothing of itself. */
    public static Problem of(Throwable failure) {
        String detail = failure.getMessage();
        if (failure instanceof InvalidBody invalid) {
            return of(ProblemKind.INVALID_BODY, detail, invalid.faults());
        }
        if (failure instanceof InvalidJson invalid) {
            return of(
                    ProblemKind.MALFORMED_JSON, detail, List.of(new Fault(invalid.pointer(), String.valueOf(detail))));
        }
        if (failure instanceof Refused refused) {
            return of(refused.kind(), detail);
        }
        if (failure instanceof ConflictingEvent) {
            return of(ProblemKind.CONFLICTING_EVENT, detail, List.of(new Fault("/eventId", "was used before")));
        }
        if (failure instanceof ConflictingFeedback) {
            return of(ProblemKind.CONFLICTING_FEEDBACK, detail, List.of(new Fault("/feedbackId", "was used before")));
        }
        if (failure instanceof OtherPersonsTransaction other) {
            return of(
                    ProblemKind.OTHER_PERSON, detail, List.of(new Fault(other.pointer(), "is not the transaction's")));
        }
        if (failure instanceof UnknownTransaction) {
            return of(ProblemKind.UNKNOWN_TRANSACTION, detail, List.of(new Fault("/transactionId", "is not known")));
        }
        if (failure instanceof PersonChangeRefused refused) {
            return of(kind(refused.reason()), detail);
        }
        if (DatabaseAway.isCauseOf(failure)) {
            return of(
                    ProblemKind.UNAVAILABLE,
                    "The database is out of reach\nMaybe send the same request again in a second");
        }
        return failure instanceof IntakeUnavailable
                ? of(ProblemKind.UNAVAILABLE, "The event could not be kept now\nMaybe send it again in a second")
                : of(ProblemKind.INTERNAL, null);
    }

    private static ProblemKind kind(PersonChangeRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> ProblemKind.UNKNOWN_PERSON;
            case STALE -> ProblemKind.PRECONDITION_FAILED;
            case OF_OTHERS -> ProblemKind.FORBIDDEN;
            case CONFLICT -> ProblemKind.CONFLICTING_MERGE;
        };
    }

    public Problem at(String path) {
        return new Problem(line, type, title, status, detail, path, errors);
    }

    public Problem inLine(int number) {
        return new Problem(number, type, title, status, detail, instance, errors);
    }

    public byte[] json() {
        return Json.bytes(this);
    }
}

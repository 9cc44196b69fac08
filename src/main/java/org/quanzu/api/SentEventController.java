package org.quanzu.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.quanzu.api.person.MaskedEvent;
import org.quanzu.api.person.ReadingLog;
import org.quanzu.assessment.Intake;
import org.quanzu.assessment.Intake.Sent;
import org.quanzu.canonical.Identifier;
import org.quanzu.event.EventKey;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a source sent, and what it was answered. */
@RestController
@RequestMapping(path = "/api/v1", produces = Body.JSON)
class SentEventController {
    private final Intake intake;
    private final ReadingLog readings;

    SentEventController(Intake intake, ReadingLog readings) {
        this.intake = intake;
        this.readings = readings;
    }

    @GetMapping("/events/{eventId}")
    void event(@PathVariable String eventId, HttpServletResponse response) throws IOException {
        ApiClient client = ApiClient.current();
        Sent sent = intake.sent(new EventKey(client.source(), Identifier.form(eventId)))
                .orElseThrow(() -> new Refused(
                        ProblemKind.UNKNOWN_EVENT,
                        "No event of this id is known from this source\n"
                                + "Maybe it was sent with another API key, or has not arrived yet"));
        readings.read(client, sent.personId());
        Body.write(response, client.seesClear() ? sent.event() : MaskedEvent.of(sent.event()));
    }

    /** The bytes of the first answer. */
    @GetMapping("/assessments/{assessmentId}")
    void assessment(@PathVariable String assessmentId, HttpServletResponse response) throws IOException {
        ApiClient client = ApiClient.current();
        Sent sent = uuid(assessmentId)
                .flatMap(intake::keyOf)
                .filter(key -> key.source().equals(client.source()) || client.seesAllSources())
                .flatMap(intake::sent)
                .orElseThrow(() -> new Refused(
                        ProblemKind.UNKNOWN_ASSESSMENT,
                        "No assessment of this id is known of an event of this source\n"
                                + "Maybe the event was answered in haste; send it again"));
        readings.read(client, sent.personId());
        Body.write(response, sent.answer());
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.quanzu.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quanzu.eventjson.EventReader;
import org.quanzu.eventjson.EventType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scores one event per call, answered after it is durable. */
@RestController
@RequestMapping(path = "/api/v1", consumes = Body.JSON, produces = Body.JSON)
class EventController {
    private final EventReader reader;
    private final Answers answers;

    EventController(EventReader reader, Answers answers) {
        this.reader = reader;
        this.answers = answers;
    }

    @PostMapping("/transactions")
    void transaction(HttpServletRequest request, HttpServletResponse response) throws IOException {
        score(EventType.TRANSACTION, request, response);
    }

    @PostMapping("/calls")
    void call(HttpServletRequest request, HttpServletResponse response) throws IOException {
        score(EventType.CALL, request, response);
    }

    @PostMapping("/messages")
    void message(HttpServletRequest request, HttpServletResponse response) throws IOException {
        score(EventType.MESSAGE, request, response);
    }

    @PostMapping("/app-activities")
    void appActivity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        score(EventType.APP_ACTIVITY, request, response);
    }

    private void score(EventType type, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String source = ApiClient.current().source();
        byte[] body = Body.read(request, Body.EVENT_BYTES);
        answers.answer(reader.read(body, type, source), request, response);
    }

    @PostMapping("/transactions/{eventId}/status")
    void status(@PathVariable String eventId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String source = ApiClient.current().source();
        byte[] body = Body.read(request, Body.EVENT_BYTES);
        answers.answer(reader.readStatus(body, eventId, source), request, response);
    }
}

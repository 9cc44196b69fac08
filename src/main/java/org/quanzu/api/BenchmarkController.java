package org.quanzu.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.quanzu.event.Event;
import org.quanzu.eventjson.EventReader;
import org.quanzu.eventjson.EventType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a payment is measured against: reads the same body in the same way and answers a constant. */
@RestController
@ConditionalOnProperty("quanzu.benchmark")
class BenchmarkController {
    private static final byte[] CONSTANT = "{\"level\":\"NONE\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = {};

    private final EventReader reader;

    BenchmarkController(EventReader reader) {
        this.reader = reader;
    }

    @PostMapping(path = "/api/v1/benchmark/constant", consumes = Body.JSON, produces = Body.JSON)
    void constant(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String source = ApiClient.current().source();
        Event event = reader.read(Body.read(request, Body.EVENT_BYTES), EventType.TRANSACTION, source);
        Body.write(response, event.header().eventId().isEmpty() ? NOTHING : CONSTANT);
    }
}

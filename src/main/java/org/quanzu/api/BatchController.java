package org.quanzu.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quanzu.api.metrics.EventMetrics;
import org.quanzu.assessment.Intake;
import org.quanzu.eventjson.EventReader;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scores many events in one call. */
@RestController
class BatchController {
    private static final String NDJSON = "application/x-ndjson";

    private final EventReader reader;
    private final Intake intake;
    private final EventMetrics metrics;

    BatchController(EventReader reader, Intake intake, EventMetrics metrics) {
        this.reader = reader;
        this.intake = intake;
        this.metrics = metrics;
    }

    @PostMapping(path = "/api/v1/events", consumes = NDJSON, produces = NDJSON)
    void events(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Body.refuseOtherCodings(request);
        String source = ApiClient.current().source();
        response.setContentType(NDJSON);
        new Batch(intake, metrics, reader, source, response.getOutputStream()).take(request.getInputStream());
    }
}

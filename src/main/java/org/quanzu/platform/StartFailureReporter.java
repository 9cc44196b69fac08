package org.quanzu.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Logs why the start failed, without a banner; Boot's own reporter is switched off in {@code application.yaml}. */
public final class StartFailureReporter implements FailureAnalysisReporter {
    private static final Logger log = LoggerFactory.getLogger(StartFailureReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        log.error("{}\n{}", analysis.getDescription().strip(), analysis.getAction());
        log.debug("The failure was", analysis.getCause());
    }
}

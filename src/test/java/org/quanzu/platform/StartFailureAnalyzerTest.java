package org.quanzu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureAnalyzerTest {
    private final StartFailureAnalyzer analyzer = new StartFailureAnalyzer();

    @Test
    void findsTheSentenceAndTheAdviceInTheCauses() {
        var failure = new IllegalStateException("wrapped", new StartFailure("The rules are missing", "name them"));

        var analysis = analyzer.analyze(failure);

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("The rules are missing");
        assertThat(analysis.getAction()).isEqualTo("Maybe name them");
    }

    @Test
    void proposesAnotherPort() {
        var analysis = analyzer.analyze(new PortInUseException(8080));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("Port 8080 is already in use");
        assertThat(analysis.getAction()).endsWith("--server.port=8081");
    }

    @Test
    void leavesAnUnforeseenFailureToItsStackTrace() {
        assertThat(analyzer.analyze(new IllegalStateException("a bug\nMaybe not")))
                .isNull();
    }
}

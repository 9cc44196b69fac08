package org.quanzu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanzu.testkit.FewRules;
import org.quanzu.testkit.JarCommand;
import org.quanzu.testkit.RawHttp;
import org.quanzu.testkit.ServerProcess;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged jar on machines other than ours. The processes share a data folder, but each compiles its rules. Without the
 * variable {@code OTHER_JAVA_HOME} the JDK that runs the tests is the only one tried.
 */
class AnyHostIT {
    private static final String FIRED = "general/stranger_paid_during_call.drl";
    private static final String OTHER_JAVA = System.getenv("OTHER_JAVA_HOME");

    @TempDir
    static Path folder;

    private final Path data = folder.resolve("data");
    private final Path rules = folder.resolve("rules");

    @BeforeEach
    void forgetCompiledRules() throws IOException {
        FileSystemUtils.deleteRecursively(rules);
        FewRules.in(rules);
        Files.copy(Path.of("rules").resolve(FIRED), rules.resolve(FIRED));
        Files.deleteIfExists(data.resolve("compiled-rules"));
    }

    static Stream<Arguments> hosts() {
        return Stream.of(System.getProperty("java.home"), OTHER_JAVA)
                .filter(Objects::nonNull)
                .flatMap(java -> IntStream.of(1, 2, 4, 16).mapToObj(processors -> Arguments.of(java, processors)));
    }

    @Test
    void hasAnotherJdkWhereItMust() {
        assertThat(OTHER_JAVA == null && System.getenv("CI_REQUIRES_OTHER_JAVA") != null)
                .as("CI must try another JDK, and OTHER_JAVA_HOME names none")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void serves(String javaHome, int processors) throws IOException {
        List<String> machine = List.of("-XX:ActiveProcessorCount=" + processors);
        try (ServerProcess server = ServerProcess.start(
                        data,
                        arguments -> JarCommand.shortLived(Path.of(javaHome), machine, arguments),
                        "--quanzu.rules=" + rules);
                RawHttp connection = new RawHttp(server.port(), ServerProcess.KEY)) {
            RawHttp.Response answer = connection.post("/api/v1/assessments/preview", """
                    {"events":[{"type":"transaction","eventId":"t-1","personId":"p",\
                    "occurredAt":"2026-03-01T14:05:00+08:00","direction":"OUT","amount":"900.00","currency":"CNY",\
                    "counterparty":{"account":"a","kind":"PERSONAL"},"status":"ATTEMPTED","session":{"callActive":true}}]}""");
            assertThat(answer.text()).contains("\"rule\":\"GEN-009\"");
        }
    }
}

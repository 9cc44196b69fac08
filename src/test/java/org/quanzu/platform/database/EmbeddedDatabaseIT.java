package org.quanzu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.Quanzu;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.platform.StartFailure;
import org.quanzu.testkit.FewRules;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedDatabaseIT {

    @TempDir
    private static Path few;

    @TempDir
    private Path data;

    @BeforeAll
    static void writeRules() throws IOException {
        FewRules.in(few);
    }

    @Test
    void printsSecretsOnceAndKeepsItsData(CapturedOutput output) {
        on(data).close();
        var first = output.getOut();
        on(data).close();
        var second = output.getOut().substring(first.length());

        assertThat(first).contains("password  ", "API key   qz_", "curl -s http://127.0.0.1:");
        assertThat(second).doesNotContain("password  ", "qz_");
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void takesSecretsFromItsSettings(CapturedOutput output) {
        var settings = new String[] {"--quanzu.api-key=" + RunningQuanzu.KEY, "--quanzu.admin-password=correct horse"};

        try (var quanzu = on(data, settings)) {
            var answer = quanzu.send(quanzu.request("/actuator/prometheus")
                    .header("Authorization", "Bearer " + RunningQuanzu.KEY)
                    .build());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(output.getOut()).doesNotContain(RunningQuanzu.KEY, "correct horse");
        }
    }

    @Test
    void refusesASecondProcess() {
        try (var first = on(data)) {
            assertThatThrownBy(() -> on(data))
                    .rootCause()
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("is in use by another Quanzu\nMaybe stop that process");
            var url = address(first).getJdbcUrl();
            var elsewhere = data.resolve("elsewhere");

            assertThatThrownBy(() -> on(elsewhere, external(url, address(first).getPassword())))
                    .rootCause()
                    .hasMessageContaining("Another Quanzu already writes to the database " + url);
            assertThatThrownBy(() -> on(elsewhere, external(url, "wrong")))
                    .hasStackTraceContaining("refuses the user \"quanzu\" or the password\nMaybe set");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (var quanzu = on(data)) {
            var url = address(quanzu).getJdbcUrl();

            assertThatThrownBy(
                            () -> DriverManager.getConnection(url, "quanzu", "").close())
                    .hasMessageContaining("password");
            assertThat(data.resolve("postgres"))
                    .satisfies(folder ->
                            assertThat(Files.getPosixFilePermissions(folder)).hasSize(3));
        }
    }

    @Test
    void takesOverTheDatabaseOfAKilledProcess(CapturedOutput output) throws IOException {
        var killed = childJvm();
        var printed = new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8));
        assertThat(printed.lines().anyMatch(line -> line.contains(" serves http")))
                .isTrue();
        var orphan = Postmaster.of(data.resolve("postgres")).orElseThrow();
        killed.destroyForcibly().onExit().join();

        try (var quanzu = on(data)) {
            assertThat(Postmaster.of(data.resolve("postgres"))).hasValue(orphan);
            assertThat(quanzu.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(output.getOut()).doesNotContain("password  ");
        }
        assertThat(Postmaster.of(data.resolve("postgres"))).isEmpty();
    }

    @Test
    void acceptsNothingUntilItsDatabaseIsBack() throws IOException {
        try (var quanzu = on(data)) {
            var lock = quanzu.context().getBean(WriterLock.class);
            var killed = Postmaster.of(data.resolve("postgres")).orElseThrow();

            killed.process().destroyForcibly();

            Awaitility.await().until(() -> !lock.held());
            assertThat(quanzu.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            Awaitility.await().until(lock::held);
            Awaitility.await()
                    .until(() -> quanzu.get("/actuator/health/readiness").statusCode() == 200);
        }
    }

    private static RunningQuanzu on(Path data, String... settings) {
        return RunningQuanzu.on(data, StringUtils.addStringToArray(settings, "--quanzu.rules=" + few));
    }

    private Process childJvm() throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Quanzu.class.getName()));
        command.addAll(List.of(RunningQuanzu.settings(data, "--quanzu.rules=" + few)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static JdbcConnectionDetails address(RunningQuanzu quanzu) {
        return quanzu.context().getBean(JdbcConnectionDetails.class);
    }

    private static String[] external(String url, String password) {
        return new String[] {
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=quanzu",
            "--spring.datasource.password=" + password
        };
    }
}

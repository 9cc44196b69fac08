package org.quanzu.platform.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.testkit.FewRules;
import org.quanzu.testkit.JarCommand;
import org.quanzu.testkit.Patience;
import org.quanzu.testkit.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as an analyst runs it: the packaged jar, the shipped village, and a few of the shipped rules. */
class SimulateIT {
    private static final String VILLAGE = "simulations/village.yaml";

    @TempDir
    private Path folder;

    @Test
    void reportsTheSameWhateverTheNumberOfThreads() throws Exception {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        String few = "--quanzu.rules=" + FewRules.in(folder.resolve("rules"));

        assertThat(run(VILLAGE, few, "--persons=30", "--threads=1", "--calibrate", "--out=" + one))
                .isZero();
        assertThat(run(VILLAGE, few, "--persons=30", "--threads=2", "--calibrate", "--out=" + two))
                .isZero();

        assertThat(two.resolve("report.json")).hasSameBinaryContentAs(one.resolve("report.json"));
        assertThat(two.resolve("proposal.csv")).hasSameBinaryContentAs(one.resolve("proposal.csv"));
        JsonNode report = JsonMapper.shared().readTree(Files.readString(one.resolve("report.json")));
        assertThat(Files.readAllLines(one.resolve("proposal.csv"))).hasSizeBetween(2, 10);
        assertThat(report.at("/run/persons").intValue()).isEqualTo(30);
        assertThat(report.at("/run/episodes").intValue()).isPositive();
        assertThat(report.at("/views/0/events").intValue()).isGreaterThan(1000);
        assertThat(said()).contains("Report: ", "Proposal, applied to nothing: ");
    }

    @Test
    void leavesNoReportWhenItIsInterrupted() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out"));
        String few = "--quanzu.rules=" + FewRules.in(folder.resolve("rules"));
        Process process = start(VILLAGE, few, "--persons=2000", "--out=" + out);
        Awaitility.await()
                .until(() -> process.info()
                        .totalCpuDuration()
                        .filter(it -> it.toSeconds() >= 15)
                        .isPresent());

        process.destroy();

        assertThat(process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(out.resolve("report.json")).doesNotExist();
        assertThat(out.resolve("report.html")).doesNotExist();
    }

    @Test
    void writesEventsThatAServerTakesAndACalibrationReads() throws Exception {
        String few = "--quanzu.rules=" + FewRules.in(folder.resolve("rules"));
        Path export = folder.resolve("export");
        Path told = folder.resolve("told");
        assertThat(run(VILLAGE, few, "--persons=8", "--export=ndjson", "--out=" + export))
                .isZero();
        long events;
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), few)) {
            assertThat(run(
                            VILLAGE,
                            few,
                            "--persons=8",
                            "--rate=2000",
                            "--to=http://127.0.0.1:" + server.port(),
                            "--out=" + told))
                    .isZero();
            events = Files.readAllLines(told.resolve("answers.ndjson")).size();
        }

        assertThat(run(export.toString(), few, "--calibrate", "--warm-up=60", "--out=" + told))
                .isZero();
        assertThat(run(export.toString(), few)).isEqualTo(2);

        assertThat(said())
                .contains(
                        " 0 refused",
                        " events of 8 persons, ",
                        "Proposal, applied to nothing: ",
                        "Maybe add --calibrate");
        assertThat(Files.readAllLines(told.resolve("proposal.csv"))).hasSizeBetween(2, 10);
        assertThat(Files.readAllLines(export.resolve("events.ndjson"))).hasSize((int) events);
        assertThat(Files.readAllLines(export.resolve("truth.ndjson"))).hasSize((int) events);
    }

    @Test
    void saysInWhichLineAWordIsUnknown() throws Exception {
        Path city = folder.resolve("city.yaml");
        Files.writeString(
                city, Files.readString(Path.of("simulations/village.yaml")).replace("persons: 300", "perons: 300"));

        assertThat(run(city.toString())).isEqualTo(1);

        assertThat(said()).contains("city.yaml:", "field \"perons\" is unknown", "Maybe you meant persons");
    }

    private int run(String... arguments) throws Exception {
        Process process = start(arguments);
        assertThat(process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("simulate"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(JarCommand.shortLived(command)).redirectErrorStream(true);
        builder.environment().put("QUANZU_API_KEY", ServerProcess.KEY);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("said.txt").toFile()));
        return builder.start();
    }
}

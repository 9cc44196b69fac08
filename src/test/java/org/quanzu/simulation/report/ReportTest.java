package org.quanzu.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quanzu.simulation.MadeRun.HOUR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.simulation.MadeRun;
import org.quanzu.simulation.city.Dissuasion;
import org.quanzu.simulation.run.Findings;
import org.quanzu.simulation.team.TeamSetup;
import org.quanzu.simulation.team.TeamSetup.Unit;
import org.quanzu.simulation.team.TeamSimulation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    @TempDir
    private Path folder;

    @Test
    void countsOnlyWarningsBeforeTheMainLoss() {
        Findings run = new MadeRun(100, 0.01)
                .scam(0, 1000, 10 * HOUR, 30 * HOUR, 40 * HOUR)
                .scam(1, 1000, 10 * HOUR)
                .scam(2, 1000, 10 * HOUR)
                .scam(3, 1000)
                .red(0, 20 * HOUR)
                .red(1, 11 * HOUR)
                .redHold(2, 10 * HOUR)
                .findings();

        Report report = Report.of(run, null);

        Detection loan = report.views().get(0).detection().families().get(0);
        assertThat(report.run().episodes()).isEqualTo(3);
        assertThat(report.run().contacts()).isEqualTo(1);
        assertThat(loan.inTime().get("RED").hits()).isEqualTo(2);
        assertThat(loan.inTime().get("YELLOW").hits()).isEqualTo(2);
        assertThat(loan.familyRight().share()).isEqualTo(1);
        assertThat(loan.leadTimes().median()).isCloseTo(5 * 60, within(1e-9));
        assertThat(loan.leadTimes().bins()).containsExactly(1, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void doesNotCountAPaymentThatWasToldAfterwards() {
        Findings run = new MadeRun(100, 0.01)
                .scam(0, 1000, 10 * HOUR)
                .red(0, 10 * HOUR)
                .findings();

        Detection loan =
                Report.of(run, null).views().get(0).detection().families().get(0);

        assertThat(loan.inTime().get("RED").hits()).isZero();
    }

    @Test
    void avertsWhatComesAfterTheTalkAsOftenAsPeopleListen() {
        Findings run = new MadeRun(100, 0.01)
                .meeting(new Dissuasion(1, 0.5, 1, 0, 0))
                .scam(0, 1000, 10 * HOUR, 20 * HOUR, 20 * HOUR + 60_000, 40 * HOUR)
                .red(0, 15 * HOUR)
                .findings();

        Detection loan =
                Report.of(run, null).views().get(0).detection().families().get(0);

        assertThat(loan.lost()).isEqualTo(4000);
        assertThat(loan.averted()).isEqualTo(1500);
    }

    @Test
    void tellsHowMuchOrdinaryPeopleAreBothered() {
        Findings run = new MadeRun(101, 0.01)
                .scam(100, 1000, 10 * HOUR)
                .yellow(10, 5 * HOUR, "tenant")
                .yellow(11, 5 * HOUR)
                .red(12, 6 * HOUR)
                .findings();

        Ordinary ordinary = Report.of(run, null).views().get(0).ordinary();

        assertThat(ordinary.personDays()).isEqualTo(1000);
        assertThat(ordinary.warnings().get("YELLOW").perThousand()).isCloseTo(2, within(1e-9));
        assertThat(ordinary.acting().count()).isEqualTo(1);
        assertThat(ordinary.holds()).isEqualTo(1);
        assertThat(ordinary.personas())
                .filteredOn(it -> "tenant".equals(it.name()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.warned().hits()).isEqualTo(1);
                    assertThat(it.warned().all()).isEqualTo(10);
                    assertThat(it.holds()).isZero();
                });
    }

    @Test
    void saysWhichGoalsAreMissed() {
        Findings run = new MadeRun(100, 0.01)
                .scam(0, 1000, 10 * HOUR)
                .scam(1, 1000, 10 * HOUR)
                .red(0, 9 * HOUR)
                .findings();

        List<Goal> goals = Report.of(run, null).goals();

        assertThat(goals)
                .filteredOn(it -> it.code().equals("in-time"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.found()).isEqualTo(0.5);
                    assertThat(it.wanted()).isEqualTo(0.95);
                    assertThat(it.met()).isFalse();
                });
        assertThat(goals).filteredOn(it -> it.code().equals("acting")).allMatch(Goal::met);
    }

    @Test
    void countsWhatARuleIsNeededForAndWhatItCosts() {
        Findings run = new MadeRun(101, 0.01)
                .scam(100, 1000, 10 * HOUR)
                .red(100, 9 * HOUR)
                .yellow(11, 5 * HOUR)
                .findings();

        RuleLine line = Report.of(run, null).rules().get(0);

        assertThat(line.episodes()).isEqualTo(1);
        assertThat(line.unique()).isEqualTo(1);
        assertThat(line.ordinaryDays()).isEqualTo(2);
        assertThat(line.cost().perThousand()).isCloseTo(1, within(1e-9));
    }

    @Test
    void leavesOutGroupsThatAreTooSmall() {
        Findings run = new MadeRun(100, 0.01).scam(0, 1000, 10 * HOUR).findings();

        assertThat(Report.of(run, null).fairness())
                .isNotEmpty()
                .allMatch(it -> it.inTime().all() == 0)
                .anyMatch(it -> it.falseAlarms().all() > 0);
    }

    @Test
    void isWrittenInBothLanguagesAndAsJson() throws IOException {
        Findings run = new MadeRun(100, 0.01)
                .called("A <script>alert(1)</script> city")
                .scam(0, 1000, 10 * HOUR)
                .red(0, 9 * HOUR)
                .findings();
        TeamSetup setup = new TeamSetup(1000, 1, 8, 2, 60, 0.5, 5, List.of(new Unit("DESK", 2, 0, 24)));

        ReportFiles.write(folder, Report.of(run, TeamSimulation.of(run, setup, 1)));

        String english = Files.readString(folder.resolve("report.html"));
        String chinese = Files.readString(folder.resolve("report.zh.html"));
        assertThat(english)
                .contains("lang=\"en\"", "Ordinary people", "100.0 %")
                .doesNotContain("<script>alert", "??");
        assertThat(chinese).contains("lang=\"zh-CN\"", "虚构之城", "普通人", "租客").doesNotContain("Ordinary people", "??");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
        assertThat(json.at("/views/0/detection/families/0/inTime/RED/share").doubleValue())
                .isEqualTo(1);
        assertThat(json.at("/team/disciplines").size()).isEqualTo(3);
    }

    @Test
    void saysThatItCannotBeWritten() throws IOException {
        Findings run = new MadeRun(100, 0.01).scam(0, 1000, 10 * HOUR).findings();
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> ReportFiles.write(file.resolve("out"), Report.of(run, null)))
                .hasMessageContaining("Nothing was written to " + file.resolve("out"))
                .hasMessageContaining("\nMaybe ");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}

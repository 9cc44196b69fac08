package org.quanzu.rulefile.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quanzu.practice.Practice;
import org.quanzu.practice.Retries;
import org.quanzu.practice.Units;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.Reading;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFilesReader;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rulefile.syntax.Problems;

class UnitsFileTest {
    private static final String HEADER = "unit,next,name_en,name_zh,cases_per_hour\n";

    private final Problems problems = new Problems("units.csv");

    private Units read(String rows) {
        return UnitsFile.read(HEADER + rows, problems);
    }

    @Test
    void readsTheWayOfEscalation() {
        Units units = read("DESK_NORTH,DESK,North,北区,8\nDESK,STATION,Desk,中心,10\nSTATION,,Station,派出所,3\n");

        assertThat(problems.found()).isEmpty();
        assertThat(units.codes()).containsExactly("DESK_NORTH", "DESK", "STATION");
        assertThat(units.after("DESK_NORTH")).containsExactly("DESK", "STATION");
        assertThat(units.after("STATION")).isEmpty();
        assertThat(units.last()).contains("STATION");
        assertThat(units.find("DESK_NORTH").orElseThrow())
                .isEqualTo(new Units.Unit("DESK_NORTH", "DESK", "North", "北区", 8));
    }

    @Test
    void refusesWhatCannotBeMeantWithLineAndAdvice() {
        read("DESK,STATOIN,Desk,中心,10\n"
                + "STATION,,Station,派出所,0\n"
                + "BANK,,Bank,银行,1\n"
                + "north,,North,北区,1\n"
                + "DESK,STATION,Desk,中心,11\n"
                + "WEST,,,西区,1\n");

        assertThat(problems.found()).extracting(Problem::line).containsExactly(3, 4, 5, 6, 7, 2);
        assertThat(problems.found().get(5).message()).isEqualTo("next is \"STATOIN\"\nMaybe you meant STATION");
    }

    @Test
    void refusesAWayThatComesBack() {
        read("A,B,A,甲,1\nB,C,B,乙,1\nC,B,C,丙,1\nD,D,D,丁,1\n");

        assertThat(problems.found()).extracting(Problem::line).containsExactly(3, 4, 5);
        assertThat(problems.found().get(0).message())
                .isEqualTo("from B escalation comes back to B\nMaybe leave next empty for the unit that is last");
    }

    @Test
    void letsActionsNameUnitsOfTheTableOnly() {
        Map<String, String> files =
                new TreeMap<>(RuleFolder.read(Path.of("rules")).all());
        files.merge("units.csv", "DESK_NORTH,DESK,North,北区,8\n", String::concat);
        files.computeIfPresent("actions.csv", (path, text) -> text.replaceFirst(",DESK,15", ",DESK_NORTH,15"));
        Reading good = RuleFilesReader.read(new RuleFiles(files));
        files.computeIfPresent("actions.csv", (path, text) -> text.replaceFirst(",DESK_NORTH,15", ",DESK_NROTH,15"));
        Reading bad = RuleFilesReader.read(new RuleFiles(files));

        assertThat(good.problems()).isEmpty();
        assertThat(bad.problems())
                .singleElement()
                .returns("actions.csv", Problem::file)
                .returns("unit is \"DESK_NROTH\"\nMaybe you meant DESK_NORTH", Problem::message);
    }

    @Test
    void shipsTheTablesThatHoldWithoutThem() {
        Map<String, String> files =
                new TreeMap<>(RuleFolder.read(Path.of("rules")).all());
        Practice shipped = practice(files);
        files.keySet().removeAll(List.of("units.csv", "retries.csv"));
        Practice without = practice(files);

        assertThat(without.units()).isEqualTo(shipped.units());
        assertThat(without.retries()).isEqualTo(shipped.retries());
        assertThat(without.retries().rows()).extracting(Retries.Row::level).hasSize(4);
    }

    private static Practice practice(Map<String, String> files) {
        Reading reading = RuleFilesReader.read(new RuleFiles(files));
        assertThat(reading.draft()).as(reading.problems().toString()).isNotNull();
        return reading.draft().practice();
    }
}

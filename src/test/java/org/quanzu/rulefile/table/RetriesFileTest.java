package org.quanzu.rulefile.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanzu.practice.Retries;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.Text;

class RetriesFileTest {
    private static final String HEADER = "level,retry_minutes,calls_before_visit,contacts_per_day,doubt_minutes,"
            + "deadline_minutes,follow_up_hours,any_hour,unfound_closes\n";
    private static final Levels LEVELS = new Levels(List.of(level("RED", 4), level("BLUE", 1)));
    private static final String RED = "RED,3;5;10,2,30,10,5,4;24,yes,no\n";
    private static final String BLUE = "BLUE,1440,2,1,1440,1440,,no,yes\n";

    private final Problems problems = new Problems("retries.csv");

    private static Levels.Row level(String code, int rank) {
        return new Levels.Row(
                new Level(code, rank, new Text(code, code), "red", 24), Levels.Row.ANY, 50, null, false, null);
    }

    private Retries read(String rows) {
        return RetriesFile.read(HEADER + rows, LEVELS, problems);
    }

    @Test
    void readsARowForEachLevel() {
        Retries retries = read(RED + BLUE);

        assertThat(problems.found()).isEmpty();
        assertThat(retries.of("RED"))
                .isEqualTo(new Retries.Row("RED", List.of(3, 5, 10), 2, 30, 10, 5, List.of(4, 24), true, false));
        assertThat(retries.of("BLUE").followUpHours()).isEmpty();
        assertThat(retries.of("VIOLET")).isEqualTo(Retries.leisurely());
    }

    @Test
    void refusesWhatCannotBeMeantWithLineAndAdvice() {
        read(RED
                + "BLEU,1440,2,1,1440,1440,,no,yes\n"
                + "BLUE,,2,1,1440,1440,,no,yes\n"
                + "BLUE,3;;5,2,1,1440,1440,,no,yes\n"
                + "BLUE,5,2,0,1440,1440,24;4,perhaps,\n"
                + "RED,5,2,1,1440,1440,4,no,yes\n");

        assertThat(problems.found()).extracting(Problem::line).containsExactly(3, 4, 5, 5, 6, 6, 6, 6, 6, 7);
        assertThat(problems.found())
                .extracting(Problem::message)
                .contains(
                        "level is \"BLEU\"\nMaybe you meant BLUE",
                        "retry_minutes is empty\nMaybe write minutes like 3;5;5;10; the last one repeats",
                        "follow_up_hours is \"24;4\"\nMaybe write each hour once, in their order",
                        "any_hour is \"perhaps\"\nMaybe use one of no, yes",
                        "RED has two rows\nMaybe remove one of them");
    }

    @Test
    void wantsARowForEachLevel() {
        read(RED);

        assertThat(problems.found())
                .singleElement()
                .returns("nothing is said about BLUE\nMaybe add a row that begins with BLUE", Problem::message);
    }

    @Test
    void isThePracticeByRankWithoutATable() {
        Retries retries = RetriesFile.byRank(LEVELS);

        assertThat(retries.of("RED").retryMinutes()).containsExactly(3, 5, 5, 10);
        assertThat(retries.of("BLUE").followUpHours()).containsExactly(24, 168);
    }
}

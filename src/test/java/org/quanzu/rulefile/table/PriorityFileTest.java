package org.quanzu.rulefile.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanzu.practice.Factor;
import org.quanzu.practice.Priorities;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.Text;

class PriorityFileTest {
    private static final Levels LEVELS = new Levels(List.of(new Levels.Row(
            new Level("RED", 4, new Text("urgent", "紧急"), "red", 24), Levels.Row.ANY, 50, null, false, null)));
    private final Problems problems = new Problems("priority.csv");

    private Priorities read(String rows) {
        return PriorityFile.read("factor,value,points\n" + rows, List.of("loan"), LEVELS, problems);
    }

    @Test
    void readsARowOfEveryKind() {
        Priorities priorities = read("LEVEL,RED,4000\nFAMILY,loan,200\nAMOUNT_AT_RISK,1000.50,100\nLIVE_CALL,,9\n");

        assertThat(problems.found()).isEmpty();
        assertThat(priorities.rows())
                .extracting(Priorities.Row::factor)
                .containsExactly(Factor.LEVEL, Factor.FAMILY, Factor.AMOUNT_AT_RISK, Factor.LIVE_CALL);
    }

    @Test
    void refusesWhatCannotBeMeantWithLineAndAdvice() {
        read("LEVEL,PURPLE,1\nLOVE,,1\nAMOUNT_AT_RISK,much,1\nAMOUNT_AT_RISK,,1\nLIVE_CALL,yes,1\nBUSY,2,-1\n"
                + "BUSY,3,1\nBUSY,3,2\n");

        assertThat(problems.found()).extracting(Problem::line).containsExactly(2, 3, 4, 5, 6, 7, 9);
    }

    @Test
    void ordersByLevelAloneWithoutATable() {
        assertThat(PriorityFile.byLevel(LEVELS).rows()).containsExactly(new Priorities.Row(Factor.LEVEL, "RED", 4000));
    }
}

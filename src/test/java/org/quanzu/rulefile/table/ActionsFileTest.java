package org.quanzu.rulefile.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.scoring.Levels;

class ActionsFileTest {

    @ParameterizedTest
    @CsvSource({"SMS, 0", "FLASH, 0", "VOICE, 1", "APP, 1"})
    void sendsMessagesByWhatCanCarryThem(String channel, int errors) {
        Problems problems = new Problems("actions.csv");

        ActionsFile.read(
                "family,level,decision,action,channel,unit,deadline_minutes,script\n*,NONE,ALLOW,SEND_MESSAGE,"
                        + channel + ",AUTOMATIC,5,loan\n",
                new ActionsFile.Known(List.of("loan"), new Levels(List.of()), Set.of("loan"), List.of("DESK")),
                problems);

        assertThat(problems.found())
                .hasSize(errors)
                .allSatisfy(problem -> assertThat(problem.message()).contains("\nMaybe write SMS or FLASH"));
    }
}

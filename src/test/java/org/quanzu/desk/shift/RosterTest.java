package org.quanzu.desk.shift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.desk.shift.Roster.Problem;
import org.quanzu.desk.shift.Roster.Problem.What;
import org.quanzu.desk.shift.Roster.Row;

class RosterTest {

    @Test
    void readsRowsInAnyOrderOfColumns() {
        Roster roster = Roster.read("\ufeffUnit,Operator,From,Until\r\nDESK, li ,a,b\r\n\r\nDESK,\"wang\",c,d\r\n");

        assertThat(roster.problems()).isEmpty();
        assertThat(roster.rows())
                .containsExactly(new Row(2, "li", "DESK", "a", "b"), new Row(4, "wang", "DESK", "c", "d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                              | 1 | HEADER",
                "operator,unit,from                              | 1 | HEADER",
                "operator,operator,from,until                    | 1 | HEADER",
                "operator,unit,from,until                        | 1 | NO_ROWS",
                "operator,unit,from,until;li,DESK,a              | 2 | FIELDS",
                "operator,unit,from,until;li,DESK,a,b;li,X,a,b,c | 3 | FIELDS"
            })
    void tellsWhatIsWrongWithItsShape(String text, int line, What what) {
        Roster roster = Roster.read(text.replace(';', '\n'));

        assertThat(roster.problems())
                .extracting(Problem::line, Problem::what)
                .containsExactly(org.assertj.core.api.Assertions.tuple(line, what));
    }

    @Test
    void readsNoMoreThanAnybodyPlans() {
        Roster roster = Roster.read("operator,unit,from,until\n" + "li,DESK,a,b\n".repeat(5_001));

        assertThat(roster.problems()).containsExactly(new Problem(5_002, What.TOO_MANY_ROWS, "5000"));
    }
}

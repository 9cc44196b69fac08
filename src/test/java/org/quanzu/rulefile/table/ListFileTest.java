package org.quanzu.rulefile.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.watchlist.NumberPlan;
import org.quanzu.watchlist.Watchlist;

class ListFileTest {
    private static final String HEAD = "value,grade,reason,valid_from,valid_to\n";
    private static final NumberPlan PLAN = new NumberPlan(Map.of(), Set.of("96110"));
    private final Problems problems = new Problems("lists/accounts.csv");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6.222E+15",
                "6.22E15",
                "6222000011112222.0",
                "'6222000011112222",
                "=6222000011112222",
                "“6222”",
                "#N/A",
                "########",
                "6222*",
                "6222****2222",
                "%",
                "0",
                "-",
                "N/A",
                "62"
            })
    void refusesAnAccountThatIsNone(String value) {
        Watchlist read = ListFile.readAccounts(HEAD + "good1,CONFIRMED,x,,\n" + value + ",CONFIRMED,x,,\n", problems);

        assertThat(problems.found()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.file()).isEqualTo("lists/accounts.csv");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo(1);
            assertThat(problem.message()).contains("value is \"" + value + "\"", "\nMaybe ");
        });
        assertThat(read.listings()).containsOnlyKeys("good1");
    }

    @Test
    void namesTheColumnOfEachFault() {
        ListFile.readAccounts(HEAD + "\"acc,1\",SURE,x,2026-13-01,\n", problems);

        assertThat(problems.found())
                .extracting(Problem::line, Problem::column)
                .containsExactly(tuple(2, 9), tuple(2, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.52E+10", "'+85251000001", "=85251000001", "n/a", "0", "anonymous", "85251****01"})
    void refusesANumberThatIsNone(String value) {
        Watchlist read = ListFile.readNumbers(HEAD + value + ",CONFIRMED,x,,\n", PLAN, problems);

        assertThat(problems.found()).singleElement().matches(Problem::isError);
        assertThat(read.listings()).isEmpty();
    }

    @Test
    void saysHowANumberThatLostItsPlusIsRead() {
        Watchlist read = ListFile.readNumbers(HEAD + "85251000001,CONFIRMED,x,,\n", PLAN, problems);

        assertThat(problems.found()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.message()).contains("read as +85251000001");
        });
        assertThat(read.listings()).containsOnlyKeys("+85251000001");
    }

    @Test
    void warnsOfOneAccountWrittenInTwoWays() {
        Watchlist read =
                ListFile.readAccounts(HEAD + "6222-0000-1111,CONFIRMED,x,,\n6222 0000 1111,CONFIRMED,x,,\n", problems);

        assertThat(problems.found()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("the same as in line 2");
        });
        assertThat(read.listings()).containsOnlyKeys("622200001111");
    }

    @Test
    void warnsOfACardWhoseLastDigitsAreZerosAsAfterASpreadsheet() {
        ListFile.readAccounts(HEAD + "6222000011112220000,CONFIRMED,x,,\n", problems);

        assertThat(problems.found()).singleElement().matches(problem -> !problem.isError());
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void saysThatTheColumnsAreSeparatedOtherwise(String separator) {
        ListFile.readAccounts((HEAD + "acc1,CONFIRMED,x,,\n").replace(",", separator), problems);

        assertThat(problems.found().get(0).message())
                .contains("not separated by commas", "CSV UTF-8 (comma delimited)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,MOBILE",
                "13,VIRTUAL_OPERATOR",
                "86,OVERSEAS",
                "+852,OVERSEAS",
                "17*,MOBILE",
                "11,OFFICIAL",
                "1.7E2,MOBILE"
            })
    void refusesAKindThatCoversEverything(String row) {
        NumberPlan read = ListFile.readKinds(HEAD + row + ",x,,\n", problems);

        assertThat(problems.found()).isNotEmpty().allMatch(Problem::isError);
        assertThat(List.of(read.read("13800138000").kind())).doesNotContainNull();
    }

    @Test
    void readsAGoodList() {
        Watchlist read = ListFile.readApps(
                HEAD
                        + "https://www.Loan.example/apply?x=1,CONFIRMED,LOAN_SCAM,2025-01-01,\ncom.sample.app,REPORTED,x,,\n",
                problems);

        assertThat(problems.found()).isEmpty();
        assertThat(read.listings()).containsOnlyKeys("loan.example", "com.sample.app");
    }
}

package org.quanzu.simulation.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quanzu.simulation.MadeRun.HOUR;
import static org.quanzu.simulation.MadeRun.MINUTE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanzu.simulation.MadeRun;
import org.quanzu.simulation.city.Dissuasion;
import org.quanzu.simulation.life.Episode.Talk;
import org.quanzu.simulation.run.Findings;
import org.quanzu.simulation.team.TeamFindings.Discipline;
import org.quanzu.simulation.team.TeamFindings.Result;
import org.quanzu.simulation.team.TeamSetup.Unit;

class TeamSimulationTest {

    @Test
    void findsTheSameForTheSameSeed() {
        Findings run = busyRun();

        assertThat(TeamSimulation.of(run, team(2000, 3, 2), 7)).isEqualTo(TeamSimulation.of(run, team(2000, 3, 2), 7));
        assertThat(TeamSimulation.of(run, team(2000, 3, 2), 8))
                .isNotEqualTo(TeamSimulation.of(run, team(2000, 3, 2), 7));
    }

    @Test
    void reachesNobodyWithoutOperators() {
        Result result = first(busyRun(), team(2000, 0, 1));

        assertThat(result.allInTime().hits()).isZero();
        assertThat(result.averted()).isZero();
        assertThat(result.never()).isEqualTo(result.cases());
    }

    @Test
    void reachesEverybodyAtOnceWithPlentyOfOperators() {
        Result result = first(busyRun(), team(2000, 400, 1));

        assertThat(result.redTriedInTime().share()).isEqualTo(1);
        assertThat(result.allInTime().share()).isEqualTo(1);
        assertThat(result.minutesToReach()).isZero();
        assertThat(result.busy()).isLessThan(0.1);
    }

    @Test
    void callsTheMostUrgentFirstWhenThereAreTooFew() {
        List<Result> disciplines =
                TeamSimulation.of(busyRun(), team(4000, 4, 2), 1).disciplines();

        double priority = of(disciplines, Discipline.PRIORITY).redTriedInTime().share();
        double oldest =
                of(disciplines, Discipline.OLDEST_FIRST).redTriedInTime().share();
        assertThat(priority).isGreaterThan(oldest + 0.2);
    }

    @Test
    void avertsOnlyWhatWouldHaveBeenPaidLater() {
        Findings run = new MadeRun(100, 0.3)
                .scam(0, 1000, 10 * HOUR, 40 * HOUR)
                .red(0, 20 * HOUR)
                .findings();

        Result result = first(run, team(1000, 50, 5));

        assertThat(result.averted() / result.cases()).isCloseTo(1000, within(10.0));
        assertThat(result.redBeforePayment().share()).isEqualTo(1);
    }

    @Test
    void avertsNothingFromSomebodyWhoDoesNotListen() {
        Findings run = new MadeRun(100, 0.3)
                .meeting(new Dissuasion(1, 0, 0, 1, 0))
                .scam(0, 1000, 40 * HOUR)
                .red(0, 20 * HOUR)
                .findings();

        assertThat(first(run, team(1000, 50, 1)).averted()).isZero();
    }

    @Test
    void visitsSomebodyWhoseLineIsEngaged() {
        long warned = 12 * HOUR;
        Findings run = new MadeRun(100, 0.3)
                .scam(0, 1000, List.of(new Talk(warned - HOUR, warned + 5 * HOUR)), warned + 4 * HOUR)
                .red(0, warned)
                .findings();

        Result result = first(run, team(1000, 50, 1));

        assertThat(result.redTriedInTime().share()).isEqualTo(1);
        assertThat(result.redInTime().share()).isZero();
        assertThat(result.redBeforePayment().share()).isEqualTo(1);
        assertThat(result.minutesToReach()).isCloseTo(2 + 3 + 2 + 30, within(1.0));
    }

    @Test
    void countsWhoeverWasPersuadedBeforeTheCaseBecameUrgent() {
        Findings run = new MadeRun(100, 0.3)
                .scam(0, 1000, 60 * HOUR)
                .yellow(0, 20 * HOUR)
                .red(0, 40 * HOUR)
                .findings();

        Result result = first(run, team(1000, 50, 1));

        assertThat(result.redTriedInTime().share()).isEqualTo(1);
        assertThat(result.redInTime().share()).isEqualTo(1);
        assertThat(result.redBeforePayment().share()).isEqualTo(1);
    }

    @Test
    void countsNoTalkFromBeforeTheCaseBecameUrgentThatPersuadedNobody() {
        Findings run = new MadeRun(100, 0.3)
                .meeting(new Dissuasion(1, 0, 0, 1, 0))
                .scam(0, 1000, List.of(new Talk(39 * HOUR, 42 * HOUR)), 60 * HOUR)
                .yellow(0, 20 * HOUR)
                .red(0, 40 * HOUR)
                .findings();

        Result result = first(run, team(1000, 50, 1));

        assertThat(result.redTriedInTime().share()).isEqualTo(1);
        assertThat(result.redInTime().share()).isZero();
    }

    @Test
    void passesOverAUnitWhereNobodyIs() {
        Findings run =
                new MadeRun(100, 0.3).scam(0, 1000, 60 * HOUR).red(0, 3 * HOUR).findings();
        TeamSetup setup = new TeamSetup(
                1000, 1, 8, 2, 60, 1, 10, List.of(new Unit("DESK", 9, 8, 20), new Unit("STATION", 9, 0, 24)));

        assertThat(first(run, setup).redTriedInTime().share()).isEqualTo(1);
    }

    @Test
    void isBusyForAsLongAsItsWorkTakes() {
        MadeRun run = new MadeRun(200, 0);
        for (int person = 0; person < 200; person++) {
            run.red(person, HOUR + (person * 7919L) % (22 * 60) * MINUTE);
        }
        int residents = 18;
        TeamSetup setup = new TeamSetup(residents * 50, 20, 8, 2, 60, 1, 10, List.of(new Unit("DESK", 1, 0, 24)));

        Result result = first(run.findings(), setup);

        double perMinute = residents * 50 / (MadeRun.DAYS * 24 * 60.0);
        double load = perMinute * 8;
        assertThat(result.busy()).isCloseTo(load, within(0.06));
        assertThat(load).isBetween(0.4, 0.6);
    }

    @Test
    void saysHowManyOperatorsAreEnough() {
        TeamFindings found = TeamSimulation.of(busyRun(), team(4000, 3, 2), 1);

        assertThat(found.staffing())
                .extracting(Result::operators)
                .isSorted()
                .startsWith(1)
                .endsWith(40);
        assertThat(found.forNinety()).isNotNull().isLessThanOrEqualTo(40);
        assertThat(found.forNinetyNine()).isNotNull().isGreaterThanOrEqualTo(found.forNinety());
    }

    private static Findings busyRun() {
        MadeRun run = new MadeRun(200, 0.3).scam(0, 1000, 40 * HOUR);
        run.red(0, 20 * HOUR);
        for (int person = 1; person < 200; person++) {
            run.yellow(person, (9 + person % 10) * HOUR + person * MINUTE / 5);
        }
        return run.findings();
    }

    private static TeamSetup team(int residents, int operators, int replicates) {
        return new TeamSetup(residents, replicates, 8, 2, 60, 1, 40, List.of(new Unit("DESK", operators, 0, 24)));
    }

    private static Result first(Findings run, TeamSetup setup) {
        return TeamSimulation.of(run, setup, 1).disciplines().get(0);
    }

    private static Result of(List<Result> results, Discipline discipline) {
        return results.stream()
                .filter(it -> it.discipline() == discipline)
                .findFirst()
                .orElseThrow();
    }
}

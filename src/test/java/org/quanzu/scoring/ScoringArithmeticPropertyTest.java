package org.quanzu.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.quanzu.event.Event;
import org.quanzu.fact.Surroundings;
import org.quanzu.practice.Practice;
import org.quanzu.profile.Bounds;
import org.quanzu.profile.Profile;
import org.quanzu.scoring.Actions.Row;
import org.quanzu.scoring.Evaluator.Evaluation;
import org.quanzu.testkit.Events;
import org.quanzu.watchlist.Watchlists;

/** The arithmetic of scoring over any hits and any table of levels. */
class ScoringArithmeticPropertyTest {
    private static final List<Level> LEVELS = List.of(level("BLUE", 1), level("YELLOW", 2), level("RED", 3));
    private static final List<Family> FAMILIES = List.of(
            new Family("loan", "LOAN", new Text("loan", "贷款")),
            new Family("order_brushing", "BRUSH", new Text("brushing", "刷单")),
            new Family(Family.GENERAL, "GEN", new Text("general", "通用")),
            new Family(Family.ORDINARY, "ORD", new Text("ordinary", "日常")));

    record Table(Levels levels, Scorecard scorecard) {}

    @Property
    void neverLowersALevelForADecisiveHit(
            @ForAll("tables") Table table, @ForAll("hits") List<Rule> hits, @ForAll("decisive") Rule decisive) {
        assertThat(rank(table, and(hits, decisive))).isGreaterThanOrEqualTo(rank(table, hits));
    }

    @Property
    void keepsTheFloorOfADecisiveHitWhateverElseIsFound(
            @ForAll("tables") Table table, @ForAll("hits") List<Rule> hits, @ForAll("decisive") Rule decisive) {
        int floor = floor(table, decisive);

        Assessment assessment = assess(table, and(hits, decisive));

        assertThat(table.levels().byCode(assessment.level()).rank()).isGreaterThanOrEqualTo(floor);
        assertThat(assessment.implicated()).isTrue();
        assertThat(assessment.decision().ordinal()).isGreaterThanOrEqualTo(Math.min(floor, 3));
    }

    @Property
    void isNotTalkedOutOfADecisiveHitByOrdinaryLife(
            @ForAll("tables") Table table, @ForAll("hits") List<Rule> hits, @ForAll("ordinary") Rule ordinary) {
        int decisive = hits.stream()
                .filter(rule -> !rule.ofOrdinaryLife() && rule.decisive() != null)
                .mapToInt(rule -> floor(table, rule))
                .max()
                .orElse(0);

        assertThat(rank(table, and(hits, ordinary))).isGreaterThanOrEqualTo(decisive);
    }

    @Property
    void neverLowersALevelForOneMoreHitOfAScam(
            @ForAll("tables") Table table, @ForAll("hits") List<Rule> hits, @ForAll("against") Rule more) {
        assertThat(rank(table, and(hits, more))).isGreaterThanOrEqualTo(rank(table, hits));
    }

    @Property
    void neverRaisesALevelForAnOrdinaryHit(
            @ForAll("tables") Table table, @ForAll("hits") List<Rule> hits, @ForAll("ordinary") Rule ordinary) {
        assertThat(rank(table, and(hits, ordinary))).isLessThanOrEqualTo(rank(table, hits));
    }

    @Property
    void lowersTheClassOfAnOrdinaryHitOnly(
            @ForAll("tables") Table table, @ForAll("hits") List<Rule> hits, @ForAll("ordinary") Rule ordinary) {
        List<Rule> otherClasses = hits.stream()
                .filter(rule -> rule.evidence() != ordinary.evidence())
                .toList();
        List<Rule> sameClass = hits.stream()
                .filter(rule -> rule.evidence() == ordinary.evidence())
                .toList();

        for (String family : List.of("loan", "order_brushing", Family.GENERAL)) {
            int others = score(table, family, otherClasses).points();
            int lowered = score(table, family, and(sameClass, ordinary)).points();
            assertThat(score(table, family, and(hits, ordinary)).points()).isEqualTo(Math.min(100, others + lowered));
        }
    }

    @Property
    void keepsEveryClassBetweenNothingAndItsCap(@ForAll("tables") Table table, @ForAll("hits") List<Rule> hits) {
        for (Evidence evidence : Evidence.values()) {
            List<Rule> ofClass =
                    hits.stream().filter(rule -> rule.evidence() == evidence).toList();
            assertThat(score(table, "loan", ofClass).points())
                    .isBetween(
                            0, Objects.requireNonNull(table.scorecard().caps().get(evidence)));
        }
        assertThat(score(table, "loan", hits).points()).isBetween(0, 100);
    }

    @Property
    void asksNotInWhatOrderHitsCome(@ForAll("tables") Table table, @ForAll("hits") List<Rule> hits) {
        List<Rule> backwards = new ArrayList<>();
        hits.forEach(rule -> backwards.add(0, rule));

        assertThat(assess(table, backwards)).isEqualTo(assess(table, hits));
    }

    @Provide
    Arbitrary<Table> tables() {
        Arbitrary<Levels.Row> row = Combinators.combine(
                        Arbitraries.of(LEVELS),
                        Arbitraries.of("*", "*", "loan", "order_brushing"),
                        Arbitraries.integers().between(1, 100).injectNull(0.5),
                        Arbitraries.integers().between(1, 4).injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.of("0", "500", "900", "5000")
                                .map(BigDecimal::new)
                                .injectNull(0.5))
                .as(Levels.Row::new);
        Arbitrary<Integer> cap = Arbitraries.integers().between(0, 100);
        Arbitrary<Scorecard> scorecard = Combinators.combine(cap, cap, cap, cap)
                .as((a, b, c, d) -> new Scorecard(
                        Map.of(Evidence.CALL, a, Evidence.MONEY, b, Evidence.DEVICE, c, Evidence.MESSAGE, d)));
        return Combinators.combine(row.list().ofMaxSize(8).map(Levels::new), scorecard)
                .as(Table::new);
    }

    @Provide
    Arbitrary<List<Rule>> hits() {
        return Arbitraries.frequencyOf(Tuple.of(3, against()), Tuple.of(2, ordinary()), Tuple.of(1, decisive()))
                .list()
                .ofMaxSize(8)
                .map(ScoringArithmeticPropertyTest::numbered);
    }

    @Provide
    Arbitrary<Rule> against() {
        return rules(Arbitraries.of("loan", "order_brushing", Family.GENERAL), 1, 100, Arbitraries.just(""));
    }

    @Provide
    Arbitrary<Rule> decisive() {
        return rules(
                Arbitraries.of("loan", "order_brushing", Family.GENERAL),
                1,
                100,
                Arbitraries.of(LEVELS).map(Level::code));
    }

    @Provide
    Arbitrary<Rule> ordinary() {
        return rules(Arbitraries.just(Family.ORDINARY), -100, -1, Arbitraries.just(""));
    }

    private static Arbitrary<Rule> rules(Arbitrary<String> family, int least, int most, Arbitrary<String> decisive) {
        return Combinators.combine(
                        family, Arbitraries.integers().between(least, most), Arbitraries.of(Evidence.class), decisive)
                .as((folder, points, evidence, floor) -> rule("MORE", folder, points, evidence, floor));
    }

    private static Rule rule(String id, String family, int points, Evidence evidence, String decisive) {
        return new Rule(
                id,
                id,
                family,
                Rule.Status.LIVE,
                points,
                evidence,
                decisive.isEmpty() ? null : decisive,
                null,
                new Text("", ""),
                "",
                id + ".drl");
    }

    private static List<Rule> numbered(List<Rule> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> rule(
                        "R-" + i,
                        rules.get(i).family(),
                        rules.get(i).points(),
                        rules.get(i).evidence(),
                        Objects.requireNonNullElse(rules.get(i).decisive(), "")))
                .toList();
    }

    private static List<Rule> and(List<Rule> rules, Rule more) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(more);
        return all;
    }

    private static int rank(Table table, List<Rule> hits) {
        return table.levels().byCode(assess(table, hits).level()).rank();
    }

    /** The rank that decisive rows alone give for one hit alone. */
    private static int floor(Table table, Rule decisive) {
        List<Levels.Row> rows =
                table.levels().rows().stream().filter(Levels.Row::decisive).toList();
        return rank(new Table(new Levels(rows), table.scorecard()), List.of(decisive));
    }

    private static Scorecard.Score score(Table table, String family, List<Rule> rules) {
        List<Hit> hits = rules.stream()
                .map(rule -> new Hit(rule, List.of(), rule.reason()))
                .toList();
        return table.scorecard().score(family, hits, table.levels());
    }

    private static Assessment assess(Table table, List<Rule> rules) {
        Event event = Events.payment("t-1", NOON, "900", "stranger");
        Evaluator evaluator = (facts, now) -> new Evaluation(
                rules.stream().map(rule -> new Hit(rule, facts, rule.reason())).toList(), List.of());
        return Scoring.score(Profile.empty("p-1"), event, Surroundings.UNKNOWN, ruleSet(table, evaluator))
                .assessment();
    }

    private static RuleSet ruleSet(Table table, Evaluator evaluator) {
        return new RuleSet(
                "v1",
                FAMILIES,
                List.of(),
                table.scorecard(),
                table.levels(),
                new Actions(List.of(
                        new Row("*", "BLUE", Decision.WARN, "", "", "", 0, ""),
                        new Row("*", "YELLOW", Decision.CHALLENGE, "", "", "", 0, ""),
                        new Row("*", "RED", Decision.HOLD, "CONFIRM_HOLD", "BANK", "BANK", 60, ""))),
                Practice.NONE,
                Map.of(),
                Watchlists.EMPTY,
                evaluator,
                Bounds.STANDARD);
    }

    private static Level level(String code, int rank) {
        return new Level(code, rank, new Text(code, code), "red", 24);
    }
}

package org.quanzu.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.event.Event;
import org.quanzu.event.MessageEvent;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.practice.Practice;
import org.quanzu.profile.Bounds;
import org.quanzu.profile.Profile;
import org.quanzu.scoring.Actions.Row;
import org.quanzu.scoring.Evaluator.Evaluation;
import org.quanzu.testkit.Events;
import org.quanzu.watchlist.Watchlists;

class ScoringTest {
    private static final Level BLUE = new Level("BLUE", 1, new Text("low", "低危"), "blue", 24);
    private static final Level ORANGE = new Level("ORANGE", 3, new Text("high", "高危"), "orange", 48);
    private static final Level RED = new Level("RED", 4, new Text("urgent", "紧急"), "red", 72);

    private final List<Hit> hits = new ArrayList<>();

    @Test
    void capsEachEvidenceClass() {
        hit("LOAN-1", "loan", 40, Evidence.MONEY);
        hit("LOAN-2", "loan", 40, Evidence.MONEY);

        assertThat(score().score()).isEqualTo(55);
    }

    @Test
    void addsGeneralEvidenceToEveryFamily() {
        hit("LOAN-1", "loan", 10, Evidence.MONEY);
        hit("GEN-1", "general", 20, Evidence.CALL);

        assertThat(score().scores()).isEqualTo(Map.of("loan", 30, "order_brushing", 20));
        assertThat(score().family()).isEqualTo("loan");
    }

    @Test
    void namesTheFamilyGeneralWhenOnlyGeneralEvidenceIsThere() {
        hit("GEN-1", "general", 20, Evidence.CALL);

        assertThat(score().family()).isEqualTo("general");
        assertThat(score().level()).isEqualTo("BLUE");
    }

    @Test
    void subtractsOrdinaryLifeInsideItsOwnClassOnly() {
        hit("LOAN-1", "loan", 30, Evidence.MONEY);
        hit("LOAN-2", "loan", 20, Evidence.CALL);
        hit("ORD-1", "ordinary", -50, Evidence.MONEY);

        assertThat(score().score()).isEqualTo(20);
    }

    @Test
    void isNeverTalkedOutOfADecisiveHit() {
        hits.add(new Hit(rule("LOAN-1", "loan", 10, Evidence.MONEY, "RED"), List.of(), new Text("", "")));
        hit("LOAN-2", "loan", 20, Evidence.CALL);
        hit("ORD-1", "ordinary", -50, Evidence.MONEY);

        assertThat(score().level()).isEqualTo("RED");
    }

    @Test
    void isNotTalkedOutOfADecisiveHitThatOrdinaryLifeOutweighs() {
        hits.add(new Hit(rule("GEN-1", "general", 50, Evidence.MONEY, "RED"), List.of(), new Text("", "")));
        hit("ORD-1", "ordinary", -30, Evidence.MONEY);
        hit("ORD-2", "ordinary", -30, Evidence.MONEY);

        assertThat(score().level()).isEqualTo("RED");
        assertThat(score().score()).isZero();
        assertThat(score().family()).isEqualTo("general");
    }

    @Test
    void asksForTwoClassesWhereTheTableDoes() {
        hit("LOAN-1", "loan", 55, Evidence.MONEY);
        hit("LOAN-3", "loan", 0, Evidence.CALL);

        assertThat(score().level()).isEqualTo("BLUE");

        hit("LOAN-2", "loan", 10, Evidence.CALL);

        assertThat(score().level()).isEqualTo("ORANGE");
    }

    @Test
    void countsNothingForAnExperimentalRuleButReportsIt() {
        Rule experimental = new Rule(
                "LOAN-9",
                "n",
                "loan",
                Rule.Status.EXPERIMENTAL,
                90,
                Evidence.MONEY,
                null,
                null,
                new Text("", ""),
                "",
                "f");
        hits.add(new Hit(experimental, List.of(), new Text("", "")));

        assertThat(score().level()).isEqualTo("NONE");
        assertThat(score().reasons()).isEmpty();
        assertThat(score().experimental()).containsExactly("LOAN-9");
    }

    @Test
    void holdsAPaymentThatIsPartOfTheEvidence() {
        Assessment assessment = scoreWithEvidence(true);

        assertThat(assessment.implicated()).isTrue();
        assertThat(assessment.decision()).isEqualTo(Decision.HOLD);
        assertThat(assessment.holdUntil()).isEqualTo(NOON.plusMinutes(120));
        assertThat(assessment.amountAtRisk()).isEqualByComparingTo("900");
        assertThat(assessment.plan()).extracting("action").containsExactly("CALL_PERSON", "CONFIRM_HOLD");
        assertThat(assessment.plan()).extracting("dueAt").containsExactly(NOON.plusMinutes(3), NOON.plusMinutes(120));
    }

    @Test
    void onlyWarnsAboutAPaymentThatIsNot() {
        Assessment assessment = scoreWithEvidence(false);

        assertThat(assessment.level()).isEqualTo("RED");
        assertThat(assessment.implicated()).isFalse();
        assertThat(assessment.decision()).isEqualTo(Decision.WARN);
        assertThat(assessment.holdUntil()).isNull();
        assertThat(assessment.plan()).extracting("action").containsExactly("CALL_PERSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOAN_OFFER", "Loan_Offer", "loan offer", "loan-offer"})
    void knowsAThemeInAnyCase(String theme) {
        MessageEvent message = Events.message("m-1", NOON, "10690000001", theme);

        assertThat(message.themes()).containsExactly("LOAN_OFFER");
        assertThat(score(message).notes()).isEmpty();
    }

    @Test
    void notesAThemeNobodyKnowsAndKeepsIt() {
        MessageEvent message = Events.message("m-1", NOON, "10690000001", "LOAN_OFFER", "Loan_Ofer");

        assertThat(message.themes()).containsExactlyInAnyOrder("LOAN_OFFER", "Loan_Ofer");
        assertThat(score(message).notes()).containsExactly("unknownTheme");
    }

    @Test
    void givesTheSameAssessmentForTheSameEvents() {
        hit("LOAN-1", "loan", 40, Evidence.MONEY);

        assertThat(score()).isEqualTo(score());
        assertThat(score().assessmentId()).isEqualTo(score().assessmentId());
    }

    @Test
    void namesTheClassesWithoutAnyData() {
        assertThat(score().missing()).containsExactly(Evidence.CALL, Evidence.DEVICE, Evidence.MESSAGE);
    }

    private static Assessment score(Event event) {
        Evaluator quiet = (facts, now) -> Evaluation.NOTHING;
        return Scoring.score(Profile.empty("p-1"), event, Surroundings.UNKNOWN, ruleSet(quiet))
                .assessment();
    }

    private Assessment scoreWithEvidence(boolean implicated) {
        Evaluator evaluator = (facts, now) -> {
            List<Fact> evidence = implicated ? facts : List.of();
            Rule decisive = rule("LOAN-1", "loan", 60, Evidence.MONEY, "RED");
            return new Evaluation(List.of(new Hit(decisive, evidence, new Text("", ""))), List.of());
        };
        return score(evaluator);
    }

    private Assessment score() {
        return score((facts, now) -> new Evaluation(List.copyOf(hits), List.of()));
    }

    private static Assessment score(Evaluator evaluator) {
        Event event = Events.payment("t-1", NOON, "900", "stranger");
        return Scoring.score(Profile.empty("p-1"), event, Surroundings.UNKNOWN, ruleSet(evaluator))
                .assessment();
    }

    private void hit(String id, String family, int points, Evidence evidence) {
        hits.add(new Hit(rule(id, family, points, evidence, null), List.of(), new Text(id, id)));
    }

    private static Rule rule(String id, String family, int points, Evidence evidence, String decisive) {
        return new Rule(
                id, id, family, Rule.Status.LIVE, points, evidence, decisive, null, new Text("", ""), "", id + ".drl");
    }

    private static RuleSet ruleSet(Evaluator evaluator) {
        return new RuleSet(
                "v1",
                Arrays.asList(
                        new Family("loan", "LOAN", new Text("loan", "贷款")),
                        new Family("order_brushing", "BRUSH", new Text("brushing", "刷单")),
                        new Family("general", "GEN", new Text("general", "通用")),
                        new Family("ordinary", "ORD", new Text("ordinary", "日常"))),
                List.of(),
                new Scorecard(Map.of(Evidence.CALL, 40, Evidence.MONEY, 55, Evidence.DEVICE, 45, Evidence.MESSAGE, 45)),
                new Levels(List.of(
                        new Levels.Row(BLUE, "*", 15, null, false, null),
                        new Levels.Row(ORANGE, "*", 60, 2, false, new BigDecimal("0")),
                        new Levels.Row(RED, "*", null, null, true, null))),
                new Actions(List.of(
                        new Row("*", "RED", Decision.HOLD, "CALL_PERSON", "VOICE", "DESK", 3, "loan"),
                        new Row("*", "RED", Decision.HOLD, "CONFIRM_HOLD", "BANK", "BANK", 120, ""),
                        new Row("*", "ORANGE", Decision.CHALLENGE, "CALL_PERSON", "VOICE", "DESK", 15, "loan"))),
                Practice.NONE,
                Map.of(),
                Watchlists.EMPTY,
                evaluator,
                Bounds.STANDARD);
    }
}

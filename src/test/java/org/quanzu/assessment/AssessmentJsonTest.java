package org.quanzu.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanzu.event.Event;
import org.quanzu.eventjson.EventReader;
import org.quanzu.eventjson.EventType;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.PlanStep;
import org.quanzu.scoring.Assessment.Reason;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.Text;
import org.quanzu.testkit.Bodies;

class AssessmentJsonTest {
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-03-02T08:00:00+08:00");
    private static final Event EVENT = new EventReader(() -> LATER.toInstant())
            .read(Bodies.payment("run", 1, 10).getBytes(StandardCharsets.UTF_8), EventType.TRANSACTION, "bank");

    private static Assessment nothing(int flags) {
        return AssessmentJson.nothing(EVENT, "p-1", "3f9a2c1", List.of("loan", "order_brushing"), flags);
    }

    @ParameterizedTest
    @MethodSource("everyFlags")
    void tellsAnEventThatMetNoRuleFromItsFlags(int flags) {
        Assessment assessment = nothing(flags);

        assertThat(AssessmentJson.isNothing(assessment)).isTrue();
        assertThat(AssessmentJson.flags(assessment)).isEqualTo(flags);
    }

    static IntStream everyFlags() {
        return IntStream.range(0, 32);
    }

    @ParameterizedTest
    @MethodSource("somethings")
    void keepsWhateverFoundSomething(UnaryOperator<Assessment> change) {
        assertThat(AssessmentJson.isNothing(change.apply(nothing(0)))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("somethings")
    void readsBackWhatItWrote(UnaryOperator<Assessment> change) {
        Assessment assessment = change.apply(nothing(5));

        assertThat(AssessmentReader.read(AssessmentJson.write(assessment))).isEqualTo(assessment);
    }

    static Stream<UnaryOperator<Assessment>> somethings() {
        return Stream.of(
                a -> with(a, "BLUE", null, 0, 0, Decision.ALLOW),
                a -> with(a, "NONE", "loan", 0, 0, Decision.ALLOW),
                a -> with(a, "NONE", null, 5, 0, Decision.ALLOW),
                a -> with(a, "NONE", null, 0, 5, Decision.ALLOW),
                a -> with(a, "NONE", null, 0, 0, Decision.WARN),
                a -> with(a, Rule.Stage.CONTACT, false, "0.00", null, List.of(), List.of(), List.of(), List.of()),
                a -> with(a, null, true, "0.00", null, List.of(), List.of(), List.of(), List.of()),
                a -> with(a, null, false, "1.00", null, List.of(), List.of(), List.of(), List.of()),
                a -> with(a, null, false, "0.00", LATER, List.of(), List.of(), List.of(), List.of()),
                a -> with(a, null, false, "0.00", null, List.of(STEP), List.of(), List.of(), List.of()),
                a -> with(a, null, false, "0.00", null, List.of(), List.of(REASON), List.of(), List.of()),
                a -> with(a, null, false, "0.00", null, List.of(), List.of(), List.of("LOAN-099"), List.of()),
                a -> with(a, null, false, "0.00", null, List.of(), List.of(), List.of(), List.of("LOAN-099")));
    }

    private static final PlanStep STEP = new PlanStep("CALL_PERSON", "VOICE", "DESK", LATER, "loan");
    private static final Reason REASON =
            new Reason("LOAN-004", 30, Evidence.MONEY, new Text("en", "zh"), List.of("e-1"));

    private static Assessment with(
            Assessment a, String level, String family, int score, int loanScore, Decision decision) {
        return new Assessment(
                a.assessmentId(),
                a.personId(),
                a.eventId(),
                a.occurredAt(),
                level,
                family,
                score,
                Map.of("loan", loanScore),
                null,
                false,
                decision,
                null,
                a.amountAtRisk(),
                List.of(),
                List.of(),
                a.missing(),
                a.ruleSet(),
                null,
                false,
                List.of(),
                List.of(),
                false,
                List.of());
    }

    private static Assessment with(
            Assessment a,
            Rule.Stage stage,
            boolean implicated,
            String amountAtRisk,
            OffsetDateTime until,
            List<PlanStep> plan,
            List<Reason> reasons,
            List<String> experimental,
            List<String> cutOff) {
        return new Assessment(
                a.assessmentId(),
                a.personId(),
                a.eventId(),
                a.occurredAt(),
                a.level(),
                a.family(),
                a.score(),
                a.scores(),
                stage,
                implicated,
                a.decision(),
                until,
                new BigDecimal(amountAtRisk),
                plan,
                reasons,
                a.missing(),
                a.ruleSet(),
                until,
                a.late(),
                experimental,
                cutOff,
                false,
                List.of());
    }
}

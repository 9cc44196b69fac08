package org.quanzu.assessment.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanzu.assessor.CurrentLevel;
import org.quanzu.event.PersonRef;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.RuleSet;
import org.quanzu.testkit.ShippedRules;

class DegradedAnswersTest {
    private static final CurrentLevel RED = new CurrentLevel("RED", "loan", 90, null);
    private final DegradedAnswers answers = new DegradedAnswers(new Shipped(), Decision.ALLOW);

    private record Shipped() implements RuleSets {
        @Override
        public RuleSet current() {
            return ShippedRules.RULE_SET;
        }

        @Override
        public List<Version> versions() {
            return List.of();
        }
    }

    private String answer(OffsetDateTime occurredAt) {
        var event = payment("t-1", PersonRef.ofId("p-1"), "5000", "acc-1", occurredAt);
        return new String(answers.answer(event, "p-1", RED, NOON.toInstant().toEpochMilli()), UTF_8);
    }

    @Test
    void holdsAPaymentFromWhenItIsBelievedToBeMade() {
        String inTime = answer(NOON);
        String ahead = answer(NOON.plusHours(12));
        String before = answer(NOON.minusMinutes(10));

        assertThat(inTime).contains("\"decision\":\"HOLD\"", "\"holdUntil\":\"2026-03-02T16:00:00+08:00\"");
        assertThat(ahead).contains("\"holdUntil\":\"2026-03-02T16:00:00+08:00\"");
        assertThat(before).contains("\"holdUntil\":\"2026-03-02T15:50:00+08:00\"");
    }
}

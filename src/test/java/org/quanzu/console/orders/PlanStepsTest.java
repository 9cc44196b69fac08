package org.quanzu.console.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quanzu.console.cases.CasePage;
import org.quanzu.console.orders.OrderSheet.Step;
import org.quanzu.desk.timeline.Latest;
import org.quanzu.outreach.Delivery;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.outreach.Order;
import org.quanzu.scoring.Text;

class PlanStepsTest {
    private static final Instant OPENED = Instant.parse("2026-03-02T04:00:00Z");
    private static final Latest LATEST = new Latest(
            "t-1",
            OPENED.atOffset(ZoneOffset.UTC),
            "RED",
            "loan",
            80,
            null,
            "HOLD",
            BigDecimal.TEN,
            List.of(),
            List.of(
                    step("CONFIRM_HOLD", "BANK"),
                    step("CALL_PERSON", "DESK"),
                    step("CALL_KIN", "DESK"),
                    step("VISIT_PERSON", "STATION"),
                    step("SEND_MESSAGE", "AUTOMATIC")),
            List.of());

    private static Latest.Step step(String action, String unit) {
        return new Latest.Step(action, "VOICE", unit, OPENED.plusSeconds(600).atOffset(ZoneOffset.UTC), null);
    }

    private static CasePage page(CasePage.Attempt... attempts) {
        return new CasePage(
                new CasePage.Standing(
                        "c-1",
                        1,
                        1,
                        "TAKEN",
                        "RED",
                        "loan",
                        new Text("", ""),
                        BigDecimal.TEN,
                        OPENED,
                        OPENED,
                        false,
                        false),
                new CasePage.Who("p-1", null, null, null),
                null,
                List.of(),
                List.of(),
                "",
                Arrays.asList(attempts),
                List.of(),
                List.of(),
                List.of());
    }

    private static CasePage.Attempt attempt(String channel, int second) {
        return new CasePage.Attempt(OPENED.plusSeconds(second), channel, "BUSY", "li", null);
    }

    private static Delivery order(Order.Kind kind, State state, int second) {
        Instant at = OPENED.plusSeconds(second);
        return new Delivery(
                UUID.randomUUID(), kind, "c-1", "p-1", "", "{}", "li", at, state, at, at, 0, null, null, null, null);
    }

    @Test
    void marksWhatWasDoneInThisEpisode() {
        PlanSteps steps = new PlanSteps(
                page(attempt("KIN", -60), attempt("VOICE", 60), attempt("VOICE", 30)),
                List.of(
                        order(Order.Kind.MESSAGE, State.SENT, 20),
                        order(Order.Kind.VISIT, State.DEAD, 40),
                        order(Order.Kind.VISIT, State.SENT, -90)));

        assertThat(steps.of(LATEST))
                .extracting(Step::action, Step::doneAt, Step::ours)
                .containsExactly(
                        tuple("CONFIRM_HOLD", null, false),
                        tuple("CALL_PERSON", OPENED.plusSeconds(30), true),
                        tuple("CALL_KIN", null, true),
                        tuple("VISIT_PERSON", null, true),
                        tuple("SEND_MESSAGE", OPENED.plusSeconds(20), true));
    }

    @Test
    void hasNoStepsWithoutAWarning() {
        assertThat(new PlanSteps(page(), List.of()).of(null)).isEmpty();
    }

    @Test
    void knowsWhetherAVisitFollowedTheLastTry() {
        List<Delivery> visit = List.of(order(Order.Kind.VISIT, State.PENDING, 50));

        assertThat(new PlanSteps(page(attempt("VOICE", 40)), visit).isVisitedSinceTheLastTry())
                .isTrue();
        assertThat(new PlanSteps(page(attempt("VOICE", 60)), visit).isVisitedSinceTheLastTry())
                .isFalse();
        assertThat(new PlanSteps(page(attempt("VOICE", 60)), List.of()).isVisitedSinceTheLastTry())
                .isFalse();
    }
}

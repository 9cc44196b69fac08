package org.quanzu.assessment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanzu.testkit.Events.NOON;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Event;
import org.quanzu.event.InvalidEvent;
import org.quanzu.eventjson.Fault;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Scoring;
import org.quanzu.scoring.Scoring.Scored;
import org.quanzu.testkit.Events;
import org.quanzu.testkit.ShippedRules;

class ReceivingClockTest {
    private static final String OVERSEAS = "+442079460958";
    private static final ReceivingClock CLOCK = new ReceivingClock(Duration.ofMinutes(2));

    private Profile profile = Profile.empty("p-1");
    private final List<Assessment> answers = new ArrayList<>();

    @Test
    void holdsThePaymentOnThePhoneThoughAMessageCameStampedTwelveHoursAhead() {
        receive(NOON, Events.liveCall("c-1", NOON, OVERSEAS));
        receive(NOON.plusMinutes(5), Events.message("m-1", NOON.plusHours(12), "10690000"));
        receive(NOON.plusMinutes(40), Events.payment("t-1", NOON.plusMinutes(40), "8600", "ACC-1"));

        assertThat(answers.get(1).notes()).containsExactly("clockAhead");
        assertThat(last().level()).isEqualTo("RED");
        assertThat(last().decision()).isEqualTo(Decision.HOLD);
        assertThat(last().notes()).isEmpty();
    }

    @Test
    void holdsThePaymentOnThePhoneThoughACallToldOfItsEndHoursAhead() {
        receive(NOON, Events.liveCall("c-1", NOON, OVERSEAS));
        receive(NOON.plusMinutes(5), Events.call("c-2", NOON.plusMinutes(4), "13800001111", 20 * 3600));
        receive(NOON.plusMinutes(40), Events.payment("t-1", NOON.plusMinutes(40), "8600", "ACC-1"));

        assertThat(last().level()).isEqualTo("RED");
        assertThat(last().decision()).isEqualTo(Decision.HOLD);
    }

    @Test
    void neverMovesThePresentPastTheReceivingClock() {
        receive(NOON, Events.payment("t-1", NOON.plusSeconds(90), "10", "a"));
        receive(NOON.plusSeconds(1), Events.call("c-1", NOON, OVERSEAS, 3600));

        assertThat(profile.latestMillis()).isEqualTo(millis(NOON.plusSeconds(1)));
        assertThat(profile.facts().get(0).getDurationMillis()).isEqualTo(3_600_000);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.notes()).isEmpty());
    }

    @Test
    void saysThatAnEventIsAheadAndKeepsItsTimeAsSent() {
        receive(NOON, Events.payment("t-1", NOON.plusMinutes(3), "10", "a"));

        assertThat(last().notes()).containsExactly("clockAhead");
        assertThat(last().occurredAt()).isEqualTo(NOON.plusMinutes(3));
    }

    @Test
    void refusesWhatIsMoreThanADayAheadAndNamesTheField() {
        Event ahead = Events.payment("t-1", NOON.plusHours(24).plusSeconds(1), "10", "a");

        assertThat(CLOCK.refusal(Events.payment("t-0", NOON.plusHours(24), "10", "a"), millis(NOON)))
                .isNull();
        assertThat(Objects.requireNonNull(CLOCK.refusal(ahead, millis(NOON))).faults())
                .extracting(Fault::pointer)
                .containsExactly("/occurredAt");
    }

    @Test
    void refusesACallOfMoreThanADayAndNamesTheField() {
        assertThatThrownBy(() -> Events.call("c-1", NOON, OVERSEAS, 420_000))
                .isInstanceOfSatisfying(
                        InvalidEvent.class, e -> assertThat(e.pointer()).isEqualTo("/durationSeconds"));
    }

    private void receive(OffsetDateTime at, Event event) {
        Surroundings around = CLOCK.received(Surroundings.UNKNOWN, event, millis(at));
        Scored scored = Scoring.score(profile, event, around, ShippedRules.RULE_SET);
        profile = scored.after();
        answers.add(scored.assessment());
    }

    private Assessment last() {
        return answers.get(answers.size() - 1);
    }

    private static long millis(OffsetDateTime at) {
        return at.toInstant().toEpochMilli();
    }
}

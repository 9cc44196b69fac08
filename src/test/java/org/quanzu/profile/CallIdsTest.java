package org.quanzu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanzu.event.CallEvent;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.testkit.Events;
import org.quanzu.testkit.ShippedRules;

class CallIdsTest {
    private static final String OVERSEAS = "+442079460958";
    private static final String OTHER = "+442079460959";

    @Test
    void seesTwoCallsWhereAnIdIsUsedAgainForAnotherNumber() {
        List<Event> events = List.of(
                call("e-1", NOON.minusDays(1), "13800001111", State.ENDED, 60),
                call("e-2", NOON, OVERSEAS, State.ENDED, 7 * 60),
                Events.payment("t-1", NOON.plusMinutes(10), "8600", "ACC-1"));

        assertThat(calls(events)).extracting(Call::getSeconds).containsExactly(60, 420);
        assertThat(ShippedRules.last(events).level()).isNotEqualTo("NONE");
    }

    @Test
    void seesTwoCallsWhereTheSameNumberCallsAgainUnderTheSameId() {
        List<Call> calls = calls(List.of(
                call("e-1", NOON.minusDays(1), OVERSEAS, State.ENDED, 60),
                call("e-2", NOON, OVERSEAS, State.ACTIVE, null)));

        assertThat(calls).extracting(Call::isInProgress).containsExactly(false, true);
    }

    @Test
    void seesTwoCallsWhereOneComesInAndOneGoesOut() {
        List<Call> calls = calls(List.of(
                call("e-1", NOON, OVERSEAS, State.ACTIVE, null),
                new CallEvent(
                        Events.header("e-2", NOON.plusSeconds(1)), "7", Direction.OUT, OVERSEAS, true, 60, State.ENDED)));

        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).isInProgress()).isTrue();
    }

    @Test
    void seesTheCallItIsUnderALateStateOfTheOneBefore() {
        List<Call> calls = calls(List.of(
                call("e-2", NOON, OVERSEAS, State.ACTIVE, null),
                call("e-1", NOON.minusHours(20), OTHER, State.ENDED, 60)));

        assertThat(calls).extracting(Call::isInProgress).containsExactly(false, true);
    }

    @Test
    void seesOneCallWhereTheNumberIsWithheldInOneState() {
        List<Call> calls = calls(List.of(
                call("e-1", NOON, "", State.RINGING, null),
                call("e-2", NOON.plusSeconds(5), OVERSEAS, State.ACTIVE, null),
                call("e-3", NOON.plusMinutes(20), "", State.ENDED, null)));

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.getNumber().isOverseas()).isTrue();
            assertThat(call.getMinutes()).isEqualTo(20);
        });
    }

    @Test
    void keepsACallEndedWhenItsEndComesFirstAndTellsNoLength() {
        List<Call> calls = calls(List.of(
                call("e-2", NOON.plusMinutes(20), OVERSEAS, State.ENDED, null),
                call("e-1", NOON, OVERSEAS, State.ACTIVE, null)));

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.isInProgress()).isFalse();
            assertThat(call.getMinutes()).isEqualTo(20);
        });
    }

    @Test
    void letsNoOlderLengthUndoANewerOne() {
        List<Call> calls = calls(List.of(
                call("e-1", NOON, OVERSEAS, State.ACTIVE, null),
                call("e-3", NOON.plusMinutes(20), OVERSEAS, State.ENDED, 1200),
                call("e-2", NOON.plusMinutes(10), OVERSEAS, State.ENDED, 600)));

        assertThat(calls).singleElement().satisfies(call -> assertThat(call.getMinutes())
                .isEqualTo(20));
    }

    @Test
    void staysInProgressWhileOnlyAZeroLengthIsTold() {
        List<Call> calls = calls(List.of(
                call("e-1", NOON, OVERSEAS, State.RINGING, 0),
                call("e-2", NOON.plusSeconds(5), OVERSEAS, State.ACTIVE, 0)));

        assertThat(calls).singleElement().satisfies(call -> assertThat(call.isInProgress())
                .isTrue());
    }

    @Test
    void keepsFewOfTheManyStatesThatSayTheSame() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            events.add(call("e-" + i, NOON.plusSeconds(10L * i), OVERSEAS, State.ACTIVE, null));
        }

        assertThat(calls(events)).singleElement().satisfies(call -> {
            assertThat(call.isInProgress()).isTrue();
            assertThat(call.course().states()).hasSizeLessThan(40);
        });
    }

    private static CallEvent call(
            String eventId, OffsetDateTime at, String number, State state, @Nullable Integer seconds) {
        return new CallEvent(Events.header(eventId, at), "7", Direction.IN, number, true, seconds, state);
    }

    private static List<Call> calls(List<Event> events) {
        Profile profile = Profile.empty("p-1");
        for (Event event : events) {
            profile = Update.of(profile, event, Surroundings.UNKNOWN, ShippedRules.RULE_SET.watchlists())
                    .after();
            Profile restored = SnapshotReader.read(
                    SnapshotWriter.write(profile), "p-1", profile.attributes(), profile.lists());
            assertThat(restored).usingRecursiveComparison().isEqualTo(profile);
        }
        return profile.facts().stream()
                .filter(Call.class::isInstance)
                .map((Fact fact) -> (Call) fact)
                .toList();
    }
}

package org.quanzu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.event.CallEvent;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.testkit.Events;
import org.quanzu.watchlist.Watchlists;

class LegsTest {
    private static final String NUMBER = "+442079460958";

    @ParameterizedTest
    @ValueSource(ints = {30, 600, 604, 605})
    void seesTwoLegsAsOneCallUnderTheFirst(int gap) {
        Profile profile =
                after(Events.call("c-1", NOON, NUMBER, 600), Events.call("c-2", NOON.plusSeconds(gap), NUMBER, 900));

        assertThat(profile.factsNow()).singleElement().isInstanceOfSatisfying(Call.class, call -> {
            assertThat(call.eventId()).isEqualTo("c-1");
            assertThat(call.getSeconds()).isEqualTo(gap + 900);
            assertThat(call.getNumber().getTimesBefore()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({"606, IN, +442079460958", "600, OUT, +442079460958", "600, IN, +442079460959"})
    void seesTwoCallsAfterAGapOrInAnotherDirectionOrFromAnotherNumber(int gap, Direction direction, String number) {
        Profile profile =
                after(Events.call("c-1", NOON, NUMBER, 600), call("c-2", "c-2", gap, direction, number, true, 900));

        assertThat(profile.factsNow()).extracting(Fact::eventId).containsExactly("c-1", "c-2");
    }

    @Test
    void neverTakesHiddenNumbersForTheSame() {
        Profile profile = after(Events.call("c-1", NOON, "", 600), Events.call("c-2", NOON.plusSeconds(60), "", 600));

        assertThat(profile.factsNow()).hasSize(2);
    }

    @Test
    void isAnsweredWhenOneLegWas() {
        Profile profile = after(
                call("c-1", "c-1", 0, Direction.IN, NUMBER, false, 20),
                call("c-2", "c-2", 22, Direction.IN, NUMBER, true, 100));

        assertThat(profile.factsNow()).singleElement().isInstanceOfSatisfying(Call.class, call -> {
            assertThat(call.isAnswered()).isTrue();
            assertThat(call.getSeconds()).isEqualTo(122);
        });
    }

    @Test
    void lastsUntilNowWhileOneLegIsInProgress() {
        Profile profile = after(
                Events.call("c-1", NOON, NUMBER, 60),
                Events.liveCall("c-2", NOON.plusSeconds(50), NUMBER),
                Events.payment("t-1", NOON.plusMinutes(10), "5", "a"));

        Call call = (Call) profile.factsNow().get(0);

        assertThat(profile.factsNow()).hasSize(2);
        assertThat(call.isInProgress()).isTrue();
        assertThat(call.getMinutes()).isEqualTo(10);
    }

    @Test
    void comesApartWhenAnEndShowsAGap() {
        Profile live =
                after(Events.liveCall("c-1", NOON, NUMBER), Events.call("c-2", NOON.plusMinutes(10), NUMBER, 60));
        Profile ended = then(live, call("e-9", "c-1", 0, Direction.IN, NUMBER, true, 120));

        assertThat(live.factsNow()).hasSize(1);
        assertThat(ended.factsNow()).extracting(Fact::eventId).containsExactly("c-1", "c-2");
        assertThat(((Call) ended.factsNow().get(1)).getNumber().getTimesBefore())
                .isOne();
    }

    @Test
    void tellsOfTheWholeCallWhenALegArrives() {
        Update update = Update.of(
                after(Events.call("c-1", NOON, NUMBER, 60)),
                Events.call("c-2", NOON.plusSeconds(63), NUMBER, 60),
                Surroundings.UNKNOWN,
                Watchlists.EMPTY);

        assertThat(update.fact()).isInstanceOfSatisfying(Call.class, call -> {
            assertThat(call.key()).isEqualTo(new EventKey("bank", "c-1"));
            assertThat(call.getSeconds()).isEqualTo(123);
        });
    }

    @Test
    void countsTheLegsOfACallOnceAlsoWhenTheyArePast() {
        Event later = Events.call("c-9", NOON.plusDays(8), NUMBER, 60);
        Profile profile =
                after(Events.call("c-1", NOON, NUMBER, 60), Events.call("c-2", NOON.plusSeconds(60), NUMBER, 60));
        Profile between = then(profile, Events.payment("t-1", NOON.plusDays(7).plusSeconds(30), "5", "a"));

        assertThat(between.facts()).hasSize(1);
        assertThat(((Call) then(between, later).facts().get(1)).getNumber().getTimesBefore())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void isTheSameInWhateverOrderTheLegsArrive(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0, at = 0; i < 40; i++, at += random.nextInt(60)) {
            String number = NUMBER + random.nextInt(2);
            events.add(call("c-" + i, "c-" + i, at, Direction.IN, number, random.nextBoolean(), random.nextInt(60)));
        }
        Profile inOrder = after(events.toArray(new Event[0]));
        Collections.shuffle(events, random);
        Profile shuffled = after(events.toArray(new Event[0]));
        Profile restored =
                SnapshotReader.read(SnapshotWriter.write(shuffled), "p-1", Attributes.NONE, Watchlists.EMPTY);

        assertThat(inOrder.factsNow()).hasSizeLessThan(40);
        assertThat(shuffled).usingRecursiveComparison().isEqualTo(inOrder);
        assertThat(shuffled.factsNow()).usingRecursiveComparison().isEqualTo(inOrder.factsNow());
        assertThat(restored).usingRecursiveComparison().isEqualTo(inOrder);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void goesOnTheSameFromASnapshotWhenLegsLeaveTheRecentFacts(long seed) {
        Random random = new Random(seed);
        Profile live = Profile.empty("p-1");
        Profile restored = live;
        for (int i = 0, at = 0; i < 400; i++, at += random.nextInt(30)) {
            String number = NUMBER + random.nextInt(2);
            Event event = call("c-" + i, "c-" + i, at, Direction.IN, number, true, random.nextInt(60));
            live = then(live, event);
            restored = then(
                    SnapshotReader.read(SnapshotWriter.write(restored), "p-1", Attributes.NONE, Watchlists.EMPTY),
                    event);
        }

        assertThat(live.past().numbers()).isNotEmpty();
        assertThat(restored).usingRecursiveComparison().isEqualTo(live);
    }

    private static CallEvent call(
            String eventId,
            String callId,
            int afterSeconds,
            Direction direction,
            String number,
            boolean answered,
            @Nullable Integer seconds) {
        OffsetDateTime at = NOON.plusSeconds(afterSeconds);
        return new CallEvent(Events.header(eventId, at), callId, direction, number, answered, seconds, State.ENDED);
    }

    private static Profile after(Event... events) {
        return then(Profile.empty("p-1"), events);
    }

    private static Profile then(Profile start, Event... events) {
        Profile profile = start;
        for (Event event : events) {
            profile = Update.of(profile, event, Surroundings.UNKNOWN, Watchlists.EMPTY)
                    .after();
        }
        return profile;
    }
}

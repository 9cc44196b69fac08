package org.quanzu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.Event;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Decision;
import org.quanzu.testkit.Events;
import org.quanzu.testkit.ShippedRules;
import org.quanzu.watchlist.Watchlists;

class BoundsTest {
    private static final String OVERSEAS = "+442079460958";

    @Test
    void holdsThePaymentHoweverManyMessagesCameAfterTheCall() {
        List<Event> events = new ArrayList<>();
        events.add(Events.call("c-1", NOON, OVERSEAS, 40 * 60));
        for (int i = 0; i < 199; i++) {
            events.add(Events.message("m-" + i, NOON.plusMinutes(40).plusSeconds(i), "1069" + i));
        }
        events.add(Events.payment("t-1", NOON.plusMinutes(45), "8600", "ACC-1"));

        Assessment answer = ShippedRules.last(events);

        assertThat(answer.level()).isEqualTo("RED");
        assertThat(answer.decision()).isEqualTo(Decision.HOLD);
    }

    @Test
    void boundsEachKindByItself() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            events.add(Events.payment("t-" + i, NOON.plusSeconds(i), "10", "a"));
            events.add(Events.call("c-" + i, NOON.plusSeconds(i), OVERSEAS + i, 0));
            events.add(Events.message("m-" + i, NOON.plusSeconds(i), "1069"));
            events.add(new AppActivityEvent(
                    Events.header("a-" + i, NOON.plusSeconds(i)), AppActivityEvent.Kind.OPENED, "app", null));
        }

        Profile profile = after(events);

        assertThat(profile.facts()).hasSize(200 + 100 + 60 + 60);
        assertThat(profile.facts().stream().filter(Call.class::isInstance)).hasSize(100);
        assertThat(profile.past().habits().payments()).isEqualTo(50);
        assertThat(profile.past().numbers().get("1069").in()).isEqualTo(190);
    }

    @Test
    void takesNoCallForFamiliarBecauseOfTheManyMessagesItsNumberSentAfterIt() {
        List<Event> events = new ArrayList<>();
        events.add(Events.call("c-1", NOON, OVERSEAS, 60));
        for (int i = 0; i < 100; i++) {
            events.add(Events.message("m-" + i, NOON.plusMinutes(10 + i), OVERSEAS));
        }

        Profile live = after(events);
        Profile restored = SnapshotReader.read(SnapshotWriter.write(live), "p-1", live.attributes(), live.lists());

        assertThat(live.past().numbers().get(OVERSEAS).in()).isEqualTo(40);
        assertThat(((Call) live.facts().get(0)).getNumber().getTimesBefore()).isZero();
        assertThat(((org.quanzu.fact.Message) live.facts().get(60)).getSender().getTimesBefore())
                .isEqualTo(100);
        assertThat(restored).usingRecursiveComparison().isEqualTo(live);
    }

    @Test
    void keepsThePaymentsOfSixtyDaysAndTheRestOfSeven() {
        Profile profile = after(List.of(
                Events.payment("t-1", NOON.minusDays(60), "10", "a"),
                Events.call("c-1", NOON.minusDays(7), OVERSEAS, 60),
                Events.call("c-0", NOON.minusDays(7).minusSeconds(1), OVERSEAS + 1, 60),
                Events.payment("t-2", NOON, "10", "a")));

        assertThat(profile.facts()).extracting(Fact::eventId).containsExactly("t-1", "c-1", "t-2");
    }

    private static Profile after(List<Event> events) {
        Profile profile = Profile.empty("p-1");
        for (Event event : events) {
            profile = Update.of(profile, event, Surroundings.UNKNOWN, Watchlists.EMPTY)
                    .after();
        }
        return profile;
    }
}

package org.quanzu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.quanzu.testkit.Events.NOON;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.Event;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFilesReader;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Decision;
import org.quanzu.testkit.Events;
import org.quanzu.testkit.ShippedRules;
import org.quanzu.watchlist.Watchlists;

class BoundsTest {
    private static final String OVERSEAS = "+442079460958";

    @ParameterizedTest
    @ValueSource(ints = {199, 2000})
    void holdsThePaymentHoweverManyMessagesCameAfterTheCall(int messages) {
        List<Event> events = new ArrayList<>();
        events.add(Events.call("c-1", NOON, OVERSEAS, 40 * 60));
        for (int i = 0; i < messages; i++) {
            events.add(Events.message("m-" + i, NOON.plusMinutes(40).plusNanos(i * 100_000_000L), "1069" + i));
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

    @Test
    void keepsWhatTheSettingsSay() {
        Bounds bounds = Bounds.of((name, otherwise) -> switch (name) {
            case "quanzu.recent.payment-count" -> "3";
            case "quanzu.recent.call-days" -> "20";
            default -> otherwise;
        });

        Profile profile = after(
                bounds,
                List.of(
                        Events.call("c-1", NOON.minusDays(19), OVERSEAS, 60),
                        Events.message("m-1", NOON.minusDays(8), "1069"),
                        Events.payment("t-1", NOON, "10", "a"),
                        Events.payment("t-2", NOON.plusSeconds(1), "20", "a"),
                        Events.payment("t-3", NOON.plusSeconds(2), "30", "a"),
                        Events.payment("t-4", NOON.plusSeconds(3), "40", "a")));

        assertThat(profile.facts()).extracting(Fact::eventId).containsExactly("c-1", "t-2", "t-3", "t-4");
        assertThat(profile.past().habits().payments()).isEqualTo(1);
    }

    @Test
    void sumsByDayWhatFallsOut() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 205; i++) {
            events.add(Events.payment("t-" + i, NOON.plusSeconds(i), "10", "a"));
        }
        for (int i = 0; i < 63; i++) {
            events.add(Events.message("m-" + i, NOON.plusDays(1).plusSeconds(i), "1069"));
        }

        Profile profile = after(events);
        Profile restored =
                SnapshotReader.read(SnapshotWriter.write(profile), "p-1", profile.attributes(), Watchlists.EMPTY);

        long day = NOON.toLocalDate().toEpochDay();
        assertThat(profile.past().days())
                .containsOnly(
                        entry(day, new DayTotals(5, 500_000, 0, 0, 0, 0, 0)),
                        entry(day + 1, new DayTotals(0, 0, 0, 0, 0, 3, 0)));
        assertThat(restored.past()).isEqualTo(profile.past());
    }

    @Test
    void letsRulesLookBackAsFarAsTheSettingsKeep() {
        RuleFiles files = RuleFolder.read(Path.of("rules"));
        Bounds longer = Bounds.of((name, otherwise) -> name.equals("quanzu.recent.payment-days") ? "10" : otherwise);

        List<String> refused = RuleFilesReader.read(files, longer).problems().stream()
                .map(Problem::toString)
                .toList();

        assertThat(RuleFilesReader.read(files, Bounds.STANDARD).problems()).isEmpty();
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(problem ->
                        assertThat(problem).contains("looks further back than the 10 days a Transaction is kept"));
    }

    private static Profile after(List<Event> events) {
        return after(Bounds.STANDARD, events);
    }

    private static Profile after(Bounds bounds, List<Event> events) {
        Profile profile = Profile.empty("p-1").keeping(bounds);
        for (Event event : events) {
            profile = Update.of(profile, event, Surroundings.UNKNOWN, Watchlists.EMPTY)
                    .after();
        }
        return profile;
    }
}

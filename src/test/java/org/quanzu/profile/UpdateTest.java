package org.quanzu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.fact.Transaction;
import org.quanzu.testkit.Events;
import org.quanzu.watchlist.Watchlists;

class UpdateTest {

    @Test
    void knowsWhatHappenedWithThePayeeBefore() {
        Profile profile = after(
                Events.payment("t-1", NOON.minusDays(40), "100", "landlord"),
                Events.payment("t-2", NOON.minusDays(20), "100", "landlord"),
                Events.payment("t-3", NOON.minusDays(10), "100.50", "landlord"),
                Events.payment("t-4", NOON, "100", "landlord"));

        assertThat(payment(profile, "t-1").getPayee().getTimesBefore()).isZero();
        assertThat(payment(profile, "t-1").getPayee().getFamiliar()).isFalse();
        assertThat(payment(profile, "t-4").getPayee().getTimesBefore()).isEqualTo(3);
        assertThat(payment(profile, "t-4").getPayee().getDaysKnown()).isEqualTo(40);
        assertThat(payment(profile, "t-4").getPayee().getPaidBefore()).isEqualByComparingTo("300.50");
        assertThat(payment(profile, "t-4").getPayee().getFamiliar()).isTrue();
    }

    @Test
    void saysNothingOfAPayeeWithoutAnAccount() {
        Profile profile = after(Events.payment(Events.header("t-1", NOON), Direction.OUT, "5", null, Status.COMPLETED));

        assertThat(payment(profile, "t-1").getPayee().getFamiliar()).isNull();
        assertThat(payment(profile, "t-1").getPayee().getTimesBefore()).isNull();
        assertThat(payment(profile, "t-1").getPayee().getListed()).isNull();
    }

    @Test
    void countsTheStatesOfOneCallAsOneCall() {
        Profile profile = after(
                state("e-1", "call-7", NOON, CallEvent.State.RINGING, false, null),
                state("e-2", "call-7", NOON.plusSeconds(10), CallEvent.State.ACTIVE, true, null),
                state("e-3", "call-7", NOON.plusMinutes(31), CallEvent.State.ENDED, true, 1850));

        assertThat(profile.facts()).singleElement().isInstanceOfSatisfying(Call.class, call -> {
            assertThat(call.isAnswered()).isTrue();
            assertThat(call.isInProgress()).isFalse();
            assertThat(call.getMinutes()).isEqualTo(30);
            assertThat(call.getStartMillis()).isEqualTo(NOON.toInstant().toEpochMilli());
        });
    }

    @Test
    void keepsACallEndedWhenItsEarlierStateComesLate() {
        Profile profile = after(
                state("e-3", "call-7", NOON.plusMinutes(31), CallEvent.State.ENDED, true, 1850),
                state("e-2", "call-7", NOON, CallEvent.State.ACTIVE, true, null));

        assertThat(profile.facts()).singleElement().isInstanceOfSatisfying(Call.class, call -> {
            assertThat(call.isInProgress()).isFalse();
            assertThat(call.getSeconds()).isEqualTo(1850);
            assertThat(call.getStartMillis()).isEqualTo(NOON.toInstant().toEpochMilli());
        });
    }

    @Test
    void letsACallInProgressLastUntilTheLatestEvent() {
        Profile profile = after(
                Events.liveCall("c-1", NOON, "+442079460958"), Events.payment("t-1", NOON.plusMinutes(25), "10", "a"));

        Call call = (Call) profile.factsNow().get(0);

        assertThat(call.getMinutes()).isEqualTo(25);
        assertThat(call.isInProgress()).isTrue();
    }

    @Test
    void stopsBelievingInACallThatNeverEnds() {
        Profile profile = after(
                Events.liveCall("c-1", NOON, "+442079460958"), Events.payment("t-1", NOON.plusHours(5), "10", "a"));

        Call call = (Call) profile.factsNow().get(0);

        assertThat(call.isInProgress()).isFalse();
        assertThat(call.getMinutes()).isNull();
    }

    @Test
    void takesTheEndOfACallAsThePresent() {
        Profile profile = after(Events.call("c-1", NOON, "13800001111", 600));

        assertThat(profile.latestMillis())
                .isEqualTo(NOON.plusMinutes(10).toInstant().toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(ints = {3_700, 7_200, 80_000})
    void endsACallOfAWrongLengthWhenItWasToldOf(int seconds) {
        Surroundings told =
                Surroundings.UNKNOWN.receivedAt(NOON.plusMinutes(60).toInstant().toEpochMilli(), false);

        Profile profile = Update.of(
                        Profile.empty("p-1"),
                        state("e-1", "call-7", NOON, CallEvent.State.ENDED, true, seconds),
                        told,
                        Watchlists.EMPTY)
                .after();

        assertThat(profile.facts()).singleElement().isInstanceOfSatisfying(Call.class, call -> {
            assertThat(call.getStartMillis()).isEqualTo(NOON.toInstant().toEpochMilli());
            assertThat(call.getMinutes()).isEqualTo(60);
        });
    }

    @Test
    void takesTheLengthToldAtTheEndOfACallForTheTimeBefore() {
        Surroundings told =
                Surroundings.UNKNOWN.receivedAt(NOON.plusSeconds(20).toInstant().toEpochMilli(), false);

        Profile profile = Update.of(
                        Profile.empty("p-1"),
                        state("e-1", "call-7", NOON, CallEvent.State.ENDED, true, 1800),
                        told,
                        Watchlists.EMPTY)
                .after();

        assertThat(profile.facts()).singleElement().isInstanceOfSatisfying(Call.class, call -> {
            assertThat(call.getMinutes()).isEqualTo(30);
            assertThat(call.endMillis())
                    .isEqualTo(NOON.plusSeconds(20).toInstant().toEpochMilli());
        });
    }

    @Test
    void givesALateEventItsPlaceByTime() {
        Profile inOrder = after(
                Events.payment("t-1", NOON.minusDays(20), "10", "a"),
                Events.payment("t-2", NOON.minusHours(70), "20", "a"),
                Events.payment("t-3", NOON, "30", "a"));
        Profile late = after(
                Events.payment("t-1", NOON.minusDays(20), "10", "a"),
                Events.payment("t-3", NOON, "30", "a"),
                Events.payment("t-2", NOON.minusHours(70), "20", "a"));

        assertThat(payment(late, "t-3").getPayee().getTimesBefore()).isEqualTo(2);
        assertThat(late.facts()).usingRecursiveComparison().isEqualTo(inOrder.facts());
    }

    @Test
    void leavesOutAnEventMoreThan72HoursBehind() {
        Profile before = after(Events.payment("t-1", NOON, "10", "a"));

        Update update = Update.of(
                before,
                Events.payment("t-0", NOON.minusHours(72).minusSeconds(1), "10", "a"),
                Surroundings.UNKNOWN,
                Watchlists.EMPTY);

        assertThat(update.tooLate()).isTrue();
        assertThat(update.after().facts()).extracting(Fact::eventId).containsExactly("t-1");
    }

    @Test
    void forgetsAFailedPaymentWhenCountingDealings() {
        Profile profile = after(
                Events.payment("t-1", NOON, "10", "a"),
                new TransactionStatusEvent(Events.header("s-1", NOON.plusMinutes(1)), "t-1", Status.FAILED),
                Events.payment("t-2", NOON.plusMinutes(2), "10", "a"));

        assertThat(payment(profile, "t-1").isFailed()).isTrue();
        assertThat(payment(profile, "t-2").getPayee().getTimesBefore()).isZero();
    }

    @Test
    void summarisesWhatIsOlderThanItsWindow() {
        Profile profile = after(
                Events.payment("t-1", NOON.minusDays(61), "10", "a"),
                Events.payment("t-2", NOON.minusDays(59), "10", "a"),
                Events.call("c-1", NOON.minusDays(8), "13800001111", 60),
                Events.payment("t-3", NOON, "10", "a"));

        assertThat(profile.facts()).extracting(Fact::eventId).containsExactly("t-2", "t-3");
        assertThat(payment(profile, "t-3").getPayee().getTimesBefore()).isEqualTo(2);
    }

    @Test
    void keepsAtMost200PaymentsAndRemembersTheRestInSum() {
        Profile profile = Profile.empty("p-1");
        for (int i = 0; i < 450; i++) {
            Event event = Events.payment("t-" + i, NOON.plusMinutes(i), "1", "a" + (i % 3));
            profile = Update.of(profile, event, Surroundings.UNKNOWN, Watchlists.EMPTY)
                    .after();
        }

        assertThat(profile.facts()).hasSize(200);
        assertThat(payment(profile, "t-449").getPayee().getTimesBefore()).isEqualTo(149);
        assertThat(profile.past().habits().payments()).isEqualTo(250);
    }

    @Test
    void comparesAPaymentWithWhatThePersonUsuallyPays() {
        Profile profile = Profile.empty("p-1");
        for (int i = 0; i < 5; i++) {
            Event event = Events.payment("t-" + i, NOON.plusMinutes(i), "20", "a");
            profile = Update.of(profile, event, Surroundings.UNKNOWN, Watchlists.EMPTY)
                    .after();
        }
        Profile more = Update.of(
                        profile,
                        Events.payment("t-9", NOON.plusHours(1), "500", "b"),
                        Surroundings.UNKNOWN,
                        Watchlists.EMPTY)
                .after();

        assertThat(payment(more, "t-4").getTimesUsual()).isNull();
        assertThat(payment(more, "t-9").getTimesUsual()).isEqualTo(25.0);
    }

    @Test
    void seesFactsAnewWhenAttributesAreTold() {
        Profile profile = after(Events.payment("t-1", NOON, "10", "mine"))
                .withAttributes(new Attributes(Set.of("mine"), Set.of(), Set.of(), Map.of()));

        assertThat(payment(profile, "t-1").getPayee().isOwn()).isTrue();
        assertThat(payment(profile, "t-1").getPayee().getFamiliar()).isTrue();
    }

    @Test
    void mergesTwoHistoriesIntoOne() {
        Profile one =
                after(Events.payment("t-1", NOON.minusDays(30), "10", "a"), Events.payment("t-3", NOON, "10", "a"));
        Profile other = after(Events.payment("t-2", NOON.minusDays(2), "10", "a"));

        Profile merged = one.mergedWith(other);

        assertThat(merged.facts()).extracting(Fact::eventId).containsExactly("t-1", "t-2", "t-3");
        assertThat(payment(merged, "t-3").getPayee().getTimesBefore()).isEqualTo(2);
    }

    private static CallEvent state(
            String eventId,
            String callId,
            OffsetDateTime at,
            CallEvent.State state,
            boolean answered,
            Integer seconds) {
        return new CallEvent(
                Events.header(eventId, at), callId, Direction.IN, "+442079460958", answered, seconds, state);
    }

    private static Transaction payment(Profile profile, String eventId) {
        return profile.facts().stream()
                .filter(fact -> fact.eventId().equals(eventId))
                .map(Transaction.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Profile after(Event... events) {
        Profile profile = Profile.empty("p-1");
        for (Event event : events) {
            profile = Update.of(profile, event, Surroundings.UNKNOWN, Watchlists.EMPTY)
                    .after();
        }
        return profile;
    }
}

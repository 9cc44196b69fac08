package org.quanzu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.quanzu.event.CallEvent;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.SnapshotWriter;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Scoring;
import org.quanzu.scoring.Scoring.Scored;
import org.quanzu.testkit.Events;
import org.quanzu.testkit.ShippedRules;

/** What happened counts, not in which order it was told. */
class ArrivalOrderPropertyTest {
    private static final int LATEST_MILLIS = 8 * 3_600_000;
    private static final List<String> NUMBERS = List.of("+442079460958", "17000001234", "");
    private static final List<String> ACCOUNTS = List.of("ACC-1", "ACC-2", "ACC-3");
    private static final Event LAST = Events.payment("t-last", NOON.plusHours(9), "8600", "ACC-1");

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void givesOneResultWhateverTheOrderOfArrival(@ForAll long seed, @ForAll @IntRange(min = 2, max = 24) int size) {
        Random random = new Random(seed);
        List<Event> events = history(random, size);

        Told inOrder = told(inTime(events));
        Collections.shuffle(events, random);
        Told shuffled = told(paymentsBeforeTheirStatuses(events));

        Statistics.collect(inOrder.answer().level());
        assertThat(shuffled.answer()).isEqualTo(inOrder.answer());
        assertThat(shuffled.profile().latestMillis())
                .isEqualTo(inOrder.profile().latestMillis());
        assertThat(shuffled.profile().factsNow())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*memo")
                .isEqualTo(inOrder.profile().factsNow());
        assertThat(SnapshotWriter.write(shuffled.profile())).isEqualTo(SnapshotWriter.write(inOrder.profile()));
    }

    private record Told(Profile profile, Assessment answer) {}

    private static Told told(List<Event> events) {
        Profile profile = Profile.empty("p-1").seenWith(ShippedRules.RULE_SET.watchlists());
        for (Event event : events) {
            profile = Scoring.score(profile, event, Surroundings.UNKNOWN, ShippedRules.RULE_SET)
                    .after();
        }
        Scored scored = Scoring.score(profile, LAST, Surroundings.UNKNOWN, ShippedRules.RULE_SET);
        return new Told(scored.after(), scored.assessment());
    }

    private static List<Event> inTime(List<Event> events) {
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(java.util.Comparator.comparing(
                        (Event event) -> event.occurredAt().toInstant())
                .thenComparing(event -> event instanceof TransactionStatusEvent));
        return paymentsBeforeTheirStatuses(sorted);
    }

    /** The status of a payment that nobody has told of yet is refused; the sender repeats it later. */
    private static List<Event> paymentsBeforeTheirStatuses(List<Event> events) {
        List<Event> told = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof TransactionStatusEvent status && !knows(told, status.transactionId())) {
                told.add(events.stream()
                        .filter(other -> other.header().eventId().equals(status.transactionId()))
                        .findFirst()
                        .orElseThrow());
            }
            if (!told.contains(event)) {
                told.add(event);
            }
        }
        return told;
    }

    private static boolean knows(List<Event> told, String eventId) {
        return told.stream().anyMatch(event -> event.header().eventId().equals(eventId));
    }

    private static List<Event> history(Random random, int size) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> call(events, random, i);
                case 2 -> payment(events, random, i);
                default -> events.add(Events.message("m-" + i, at(random, 0), one(NUMBERS, random), "LOAN_OFFER"));
            }
        }
        return events;
    }

    /** The states of a call, some of them not told, under an id that other calls have, too. */
    private static void call(List<Event> events, Random random, int index) {
        OffsetDateTime begin = at(random, 0);
        Duration length = Duration.ofMillis(random.nextInt(LATEST_MILLIS / 2));
        String callId = "k-" + random.nextInt(3);
        String number = one(NUMBERS, random);
        boolean answered = random.nextBoolean();
        if (random.nextBoolean()) {
            events.add(state("r-" + index, callId, begin, number, false, null, State.RINGING));
        }
        if (random.nextInt(3) > 0) {
            events.add(state("a-" + index, callId, begin.plusSeconds(9), number, answered, null, State.ACTIVE));
        }
        if (random.nextInt(3) > 0) {
            Integer seconds = random.nextBoolean() ? (Integer) (int) length.toSeconds() : null;
            events.add(state("e-" + index, callId, begin.plus(length), number, answered, seconds, State.ENDED));
        }
    }

    private static CallEvent state(
            String eventId,
            String callId,
            OffsetDateTime at,
            String number,
            boolean answered,
            Integer seconds,
            State state) {
        return new CallEvent(Events.header(eventId, at), callId, Direction.IN, number, answered, seconds, state);
    }

    private static void payment(List<Event> events, Random random, int index) {
        OffsetDateTime at = at(random, 0);
        String amount = String.valueOf(100 + random.nextInt(20_000));
        events.add(Events.payment("t-" + index, at, amount, one(ACCOUNTS, random)));
        for (int i = random.nextInt(4); i > 0; i--) {
            Status status = Status.values()[random.nextInt(4)];
            events.add(new TransactionStatusEvent(
                    Events.header("s-" + index + "-" + i, at(random, random.nextInt(3))), "t-" + index, status));
        }
    }

    /** A time of day; {@code coarse} times often coincide. */
    private static OffsetDateTime at(Random random, int coarse) {
        int millis = random.nextInt(LATEST_MILLIS);
        return NOON.plus(Duration.ofMillis(coarse == 0 ? millis : millis / 3_600_000 * 3_600_000L));
    }

    private static String one(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}

package org.quanzu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.quanzu.event.Event;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.Reason;
import org.quanzu.scoring.Decision;
import org.quanzu.testkit.Events;
import org.quanzu.testkit.ShippedRules;

/** A call and a payment in some milliseconds are answered like the same in whole seconds, where that leaves their order. */
class MillisecondsPropertyTest {
    private static final List<String> NUMBERS = List.of("+442079460958", "95588", "17000006902", "13700005825", "");
    private static final List<String> AMOUNTS = List.of("320", "2265", "8600", "49870");
    private static final int MINUTE = 60;

    @Property(tries = 200)
    void answersAPaymentDuringACallAsInWholeSeconds(
            @ForAll @IntRange(max = 86_399) int begins,
            @ForAll @IntRange(min = 30, max = 9_000) int paid,
            @ForAll @IntRange(max = 4) int number,
            @ForAll @IntRange(max = 3) int amount,
            @ForAll @IntRange(max = 999) int callMillis,
            @ForAll @IntRange(max = 999) int paymentMillis) {
        Assume.that(paid % MINUTE != 0);
        OffsetDateTime start = NOON.plusSeconds(begins);
        OffsetDateTime payment = start.plusSeconds(paid);

        List<Said> exact =
                said(liveCall(later(start, callMillis), number), payment(later(payment, paymentMillis), amount));

        assertThat(exact).isEqualTo(said(liveCall(start, number), payment(payment, amount)));
    }

    @Property(tries = 300)
    void answersAPaymentAroundTheEndOfACallAsInWholeSeconds(
            @ForAll @IntRange(max = 86_399) int begins,
            @ForAll @IntRange(min = 5, max = 5_400) int lasts,
            @ForAll @IntRange(min = -7_200, max = 14_400) int paid,
            @ForAll @IntRange(max = 4) int number,
            @ForAll @IntRange(max = 3) int amount,
            @ForAll @IntRange(max = 999) int callMillis,
            @ForAll @IntRange(max = 999) int paymentMillis) {
        Assume.that(paid % MINUTE != 0 && (paid - lasts) % MINUTE != 0);
        OffsetDateTime start = NOON.plusSeconds(begins);
        OffsetDateTime payment = start.plusSeconds(paid);

        List<Said> exact =
                said(call(later(start, callMillis), number, lasts), payment(later(payment, paymentMillis), amount));

        assertThat(exact).isEqualTo(said(call(start, number, lasts), payment(payment, amount)));
    }

    /** What an answer says but for its times. */
    private record Said(
            String level, Decision decision, int score, boolean implicated, List<String> rules, List<String> texts) {
        static Said by(Assessment answer) {
            return new Said(
                    answer.level(),
                    answer.decision(),
                    answer.score(),
                    answer.implicated(),
                    answer.reasons().stream().map(Reason::rule).toList(),
                    answer.reasons().stream().map(it -> it.text().en()).toList());
        }
    }

    /** The answers to events that arrive in order of time. */
    private static List<Said> said(Event... events) {
        List<Event> inTime = Stream.of(events)
                .sorted(Comparator.comparing(it -> it.occurredAt().toInstant()))
                .toList();
        return ShippedRules.answers(inTime).stream().map(Said::by).toList();
    }

    private static Event liveCall(OffsetDateTime at, int number) {
        return Events.liveCall("c-1", at, NUMBERS.get(number));
    }

    private static Event call(OffsetDateTime at, int number, int seconds) {
        return Events.call("c-1", at, NUMBERS.get(number), seconds);
    }

    private static Event payment(OffsetDateTime at, int amount) {
        return Events.payment("t-1", at, AMOUNTS.get(amount), "ACC-1");
    }

    private static OffsetDateTime later(OffsetDateTime second, int millis) {
        return second.plus(Duration.ofMillis(millis));
    }
}

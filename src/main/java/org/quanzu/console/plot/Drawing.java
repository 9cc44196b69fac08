package org.quanzu.console.plot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.HomeMoney;
import org.quanzu.console.Language;
import org.quanzu.console.Rulebook;
import org.quanzu.console.Times;
import org.quanzu.console.cases.CasePage.Extent;
import org.quanzu.console.cases.CasePage.Moment;
import org.quanzu.console.plot.Plot.Bar;
import org.quanzu.console.plot.Plot.Lane;
import org.quanzu.console.plot.Plot.Mark;
import org.quanzu.console.plot.Plot.Payment;
import org.quanzu.console.plot.Plot.Step;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lays events out on the time axis and the lanes of a plot. */
@Component
class Drawing {
    private static final String CALL = "CALL";
    private static final String PAYMENT = "PAYMENT";
    private static final String LEVEL = "LEVEL";
    private static final List<String> KINDS = List.of(PAYMENT, CALL, "MESSAGE", "APP");
    private static final List<String> LANES = List.of(LEVEL, "CALL_IN", "CALL_OUT", "MESSAGE", "APP", "TOLD");
    private static final List<String> WORDS =
            List.of("money-out", "money-in", "now", "talking", "evidence", "unknown-length");

    /** An axis that ends long after the last event shows nothing; after that it ends with the event. */
    private static final Duration SILENCE = Duration.ofHours(12);

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final int MARGIN = 40;

    private final Rulebook rulebook;
    private final MessageSource messages;
    private final Times times;
    private final HomeMoney money;

    Drawing(Rulebook rulebook, MessageSource messages, Times times, HomeMoney money) {
        this.rulebook = rulebook;
        this.messages = messages;
        this.times = times;
        this.money = money;
    }

    Plot of(List<Moment> moments, Instant now, Language language) {
        Axis axis = Axis.of(moments, now);
        List<Bar> calls = new ArrayList<>();
        List<Payment> payments = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (Moment moment : moments) {
            String text = times.at(moment.at(), language.locale()) + "\n" + language.of(moment.text());
            Extent extent = moment.extent();
            if (extent != null && moment.kind().equals(CALL)) {
                calls.add(bar(moment, extent, text, now));
            } else if (extent != null && moment.kind().equals(PAYMENT)) {
                payments.add(new Payment(
                        millis(moment.at()), extent.amount(), extent.foreign(), extent.out(), moment.evidence(), text));
            } else {
                String lane = LANES.contains(moment.kind()) ? moment.kind() : "APP";
                marks.add(new Mark(millis(moment.at()), lane, moment.evidence(), text));
            }
        }
        List<Step> steps = steps(moments, axis, language);
        return new Plot(
                millis(axis.from()),
                millis(axis.to()),
                millis(now),
                focus(moments),
                times.zone().getRules().getOffset(now).getTotalSeconds() / 60,
                lanes(calls, marks, steps, language),
                calls,
                payments,
                marks,
                steps,
                words(language),
                money.sign());
    }

    private static Bar bar(Moment moment, Extent extent, String text, Instant now) {
        boolean talking = TimelinePlot.isTalking(moment, now);
        Instant end = extent.seconds() == null ? null : moment.at().plusSeconds(extent.seconds());
        return new Bar(
                millis(moment.at()),
                talking ? (Long) millis(now) : end == null ? null : (Long) millis(end),
                talking,
                extent.out() ? "CALL_OUT" : "CALL_IN",
                moment.evidence(),
                text);
    }

    private static long millis(Instant moment) {
        return moment.toEpochMilli();
    }

    private static @Nullable Long focus(List<Moment> moments) {
        return moments.stream()
                .filter(Moment::evidence)
                .map(moment -> millis(moment.at()))
                .reduce(Math::min)
                .orElse(null);
    }

    /** The level each event was given holds until the next event; where there was none nothing is drawn. */
    private List<Step> steps(List<Moment> moments, Axis axis, Language language) {
        List<Step> steps = new ArrayList<>();
        String code = "NONE";
        Instant since = axis.from();
        for (Moment moment : moments) {
            if (moment.extent() != null && !moment.extent().level().equals(code)) {
                add(steps, code, since, moment.at(), language);
                code = moment.extent().level();
                since = moment.at();
            }
        }
        add(steps, code, since, axis.to(), language);
        return steps;
    }

    private void add(List<Step> steps, String code, Instant from, Instant to, Language language) {
        boolean isLevel =
                rulebook.levels().stream().anyMatch(level -> level.code().equals(code));
        if (isLevel && from.isBefore(to)) {
            steps.add(new Step(millis(from), millis(to), code, rulebook.level(code, language)));
        }
    }

    private List<Lane> lanes(List<Bar> calls, List<Mark> marks, List<Step> steps, Language language) {
        return LANES.stream()
                .filter(lane -> lane.equals(LEVEL) && !steps.isEmpty()
                        || calls.stream().anyMatch(call -> call.lane().equals(lane))
                        || marks.stream().anyMatch(mark -> mark.lane().equals(lane)))
                .map(lane -> new Lane(lane, word("plot.lane." + lane, language)))
                .toList();
    }

    private Map<String, String> words(Language language) {
        Map<String, String> words = new LinkedHashMap<>();
        WORDS.forEach(word -> words.put(word, word("plot." + word, language)));
        return words;
    }

    private String word(String key, Language language) {
        return Objects.requireNonNull(messages.getMessage(key, null, language.locale()));
    }

    /** The kinds of events of which there are none: nothing is known of them, which is not the same as nothing happened. */
    List<String> missing(List<Moment> moments) {
        return KINDS.stream()
                .filter(kind ->
                        moments.stream().noneMatch(moment -> moment.kind().equals(kind)))
                .toList();
    }

    /** From before the first event until now, or until after the last one when that is long past. */
    private record Axis(Instant from, Instant to) {
        static Axis of(List<Moment> moments, Instant now) {
            Instant first = moments.get(0).at();
            Instant last = moments.get(0).at();
            for (Moment moment : moments) {
                Integer seconds =
                        moment.extent() == null ? null : moment.extent().seconds();
                Instant end = moment.at().plusSeconds(seconds == null ? 0 : seconds);
                first = moment.at().isBefore(first) ? moment.at() : first;
                last = end.isAfter(last) ? end : last;
            }
            Instant to = last.plus(SILENCE).isBefore(now) ? last : last.isAfter(now) ? last : now;
            Duration shown = Duration.between(first, to);
            Duration before = shown.compareTo(SHORTEST) < 0 ? SHORTEST.minus(shown) : shown.dividedBy(MARGIN);
            return new Axis(first.minus(before), to);
        }
    }
}

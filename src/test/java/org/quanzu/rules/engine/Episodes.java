package org.quanzu.rules.engine;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Surroundings;
import org.quanzu.simulation.story.Stories;
import org.quanzu.simulation.story.Story;
import org.quanzu.simulation.story.Story.Step;

/**
 * Random histories, the same for the same seed: the beginning of a shipped story, with made-up events between that touch the
 * accounts, numbers and apps of the story, some of them late.
 */
final class Episodes {
    private static final List<Story> STORIES = Stories.read(Path.of("simulations"));
    private static final List<String> AMOUNTS = List.of("8.80", "99", "500", "1500.50", "4999.99", "20000", "68000");
    private static final List<String> THEMES = List.of(
            "LOAN_OFFER",
            "TASK_OFFER",
            "REFUND",
            "PARCEL",
            "VERIFICATION_CODE",
            "GROUP_INVITE",
            "THREAT",
            "CREDIT_REPAIR");

    private final Random random;
    private final Story story;
    private final List<@Nullable String> accounts =
            new ArrayList<>(Arrays.asList(null, "acc-1", "acc-2", "SAMPLE-ACC-0001", "SAMPLE-ACC-0003"));
    private final List<String> numbers =
            new ArrayList<>(List.of("", "+442079460000", "+85251000001", "95588", "4001234567", "16212345678"));
    private final List<@Nullable String> subjects =
            new ArrayList<>(Arrays.asList(null, "com.sample.quickloan", "com.sample.cashbridge"));
    private final List<@Nullable String> memos = new ArrayList<>(Arrays.asList(null, "refund", "手续费"));
    private final List<String> payments = new ArrayList<>();
    private OffsetDateTime now;

    private Episodes(long seed) {
        random = new Random(seed);
        story = one(STORIES);
        now = story.steps().get(0).event().occurredAt();
        story.steps().forEach(step -> learn(step.event()));
    }

    /** A person with a history. */
    record Episode(Story story, List<Step> steps) {}

    /** An episode of {@code size} events; a shorter one with the same seed is its beginning. */
    static Episode of(long seed, int size) {
        Episodes episodes = new Episodes(seed);
        int storyInTen = episodes.random.nextInt(11);
        Iterator<Step> told = episodes.story.steps().iterator();
        List<Step> steps = new ArrayList<>();
        while (steps.size() < size) {
            boolean tell = told.hasNext() && episodes.random.nextInt(10) < storyInTen;
            Step step = tell ? told.next() : episodes.madeUp("made-up-" + steps.size());
            episodes.passTime(step.event());
            steps.add(step);
        }
        return new Episode(episodes.story, steps);
    }

    private void learn(Event event) {
        if (event instanceof TransactionEvent payment) {
            accounts.add(payment.counterparty().account());
            memos.add(payment.memo());
        } else if (event instanceof CallEvent call) {
            numbers.add(call.number());
        } else if (event instanceof MessageEvent message) {
            numbers.add(message.sender());
        } else if (event instanceof AppActivityEvent activity) {
            subjects.add(activity.subject());
        }
    }

    private void passTime(Event event) {
        if (event instanceof TransactionEvent && event.header().source().equals("bank")) {
            payments.add(event.header().eventId());
        }
        now = event.occurredAt().isAfter(now) ? event.occurredAt() : now;
    }

    private Step madeUp(String id) {
        int kind = random.nextInt(11);
        Header header = header(id, kind < 6 ? "bank" : "telecom");
        Event event = switch (kind) {
            case 0, 1, 2, 3 -> payment(header);
            case 4 -> status(header);
            case 5 -> activity(header);
            case 6 -> message(header);
            default -> call(header);
        };
        return new Step(event, new Surroundings(count(), count()));
    }

    private Header header(String id, String source) {
        OffsetDateTime at = switch (random.nextInt(8)) {
            case 0 -> now.minusMinutes(random.nextInt(80 * 60));
            case 1 -> now.plusHours(random.nextInt(80));
            case 2 -> now;
            default -> now.plusSeconds(random.nextInt(3 * 3600));
        };
        return new Header(id, source, PersonRef.ofId("p-1"), at);
    }

    private Event payment(Header header) {
        return new TransactionEvent(
                header,
                random.nextInt(4) == 0 ? Direction.IN : Direction.OUT,
                new BigDecimal(one(AMOUNTS)).multiply(BigDecimal.valueOf(random.nextInt(3) + 1)),
                "CNY",
                new Counterparty(
                        one(accounts),
                        random.nextBoolean() ? Counterparty.Kind.PERSONAL : maybe(Counterparty.Kind.values()),
                        null,
                        null),
                maybe(TransactionEvent.Purpose.values()),
                maybe(TransactionEvent.Channel.values()),
                one(List.of(TransactionEvent.Status.values())),
                one(memos),
                random.nextBoolean() ? null : new BigDecimal(one(AMOUNTS)),
                new Session(null, flag(), flag(), flag()));
    }

    private Event status(Header header) {
        return payments.isEmpty()
                ? payment(header)
                : new TransactionStatusEvent(header, one(payments), one(List.of(TransactionEvent.Status.values())));
    }

    private Event call(Header header) {
        return new CallEvent(
                header,
                random.nextInt(3) > 0 ? header.eventId() : "call-" + random.nextInt(4),
                random.nextInt(4) == 0 ? Direction.OUT : Direction.IN,
                one(numbers),
                random.nextInt(4) > 0,
                random.nextInt(3) == 0 ? null : (Integer) random.nextInt(5000),
                one(List.of(CallEvent.State.values())));
    }

    private Event message(Header header) {
        return new MessageEvent(
                header,
                random.nextInt(5) == 0 ? Direction.OUT : Direction.IN,
                one(numbers),
                one(List.of(MessageEvent.Channel.values())),
                Set.of(one(THEMES)),
                flag());
    }

    private Event activity(Header header) {
        return new AppActivityEvent(header, one(List.of(AppActivityEvent.Kind.values())), one(subjects), flag());
    }

    private <T extends @Nullable Object> T one(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }

    private <T> @Nullable T maybe(T[] many) {
        return random.nextInt(6) == 0 ? null : many[random.nextInt(many.length)];
    }

    private @Nullable Boolean flag() {
        return maybe(new Boolean[] {true, false});
    }

    private @Nullable Integer count() {
        return maybe(new Integer[] {0, 3, 12, 40});
    }
}

package org.quanzu.testkit;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent.Status;

/** Random histories of one person: payments, their later status, states of calls, messages, late and far too late events. */
public final class Histories {
    private final Random random;
    private final PersonRef person;
    private final String prefix;
    private final List<String> payments = new ArrayList<>();
    private OffsetDateTime now = BankEvents.NOON;

    private Histories(long seed, String personId) {
        random = new Random(seed);
        person = PersonRef.ofId(personId);
        prefix = personId + "-";
    }

    public static List<Event> of(long seed, String personId, int size) {
        Histories histories = new Histories(seed, personId);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            events.add(histories.next(histories.prefix + i));
        }
        return events;
    }

    private Event next(String id) {
        now = now.plusMinutes(random.nextInt(600));
        OffsetDateTime at = now;
        if (random.nextInt(6) == 0) {
            at = now.minusHours(random.nextInt(90));
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> payment(id, at);
            case 2 -> BankEvents.message(id, person, "+4420794600" + random.nextInt(20), at);
            case 3 -> activity(id, at);
            case 4 -> payments.isEmpty() ? payment(id, at) : status(id, at);
            default -> call(id, at);
        };
    }

    private Event payment(String id, OffsetDateTime at) {
        payments.add(id);
        String amount = random.nextInt(3000) + 1 + "." + random.nextInt(10000);
        return BankEvents.payment(id, person, amount, random.nextInt(5) == 0 ? null : "acc-" + random.nextInt(12), at);
    }

    private Event status(String id, OffsetDateTime at) {
        Status status = Status.values()[random.nextInt(Status.values().length)];
        return BankEvents.status(id, person, payments.get(random.nextInt(payments.size())), status, at);
    }

    private Event call(String id, OffsetDateTime at) {
        State state = State.values()[random.nextInt(State.values().length)];
        Integer seconds = state == State.RINGING || random.nextBoolean() ? null : (Integer) random.nextInt(4000);
        return BankEvents.call(id, person, "call-" + random.nextInt(30), state, seconds, at);
    }

    private Event activity(String id, OffsetDateTime at) {
        return new AppActivityEvent(
                new Header(id, BankEvents.BANK, person, at),
                AppActivityEvent.Kind.INSTALLED,
                "app-" + random.nextInt(5),
                null);
    }
}

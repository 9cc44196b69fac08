package org.quanzu.simulation.run;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.TransactionEvent;
import org.quanzu.fact.Surroundings;
import org.quanzu.simulation.life.Happening;
import org.quanzu.simulation.life.Life;

/**
 * Who dealt with the accounts and numbers that several people of a city deal with, and which accounts are on the list of
 * trusted payees. It has to be known before anybody is told, for one person's payment says something about another's.
 */
final class Crowd {
    private static final long DAY_MILLIS = 86_400_000L;

    private final Map<String, Contacts> contacts = new ConcurrentHashMap<>();
    private final Set<String> trusted = ConcurrentHashMap.newKeySet();

    /** Dealings with one account or number in order of time: when, and by whom. */
    private static final class Contacts {
        private long[] times = new long[4];
        private int[] persons = new int[4];
        private int size;

        synchronized void add(long atMillis, int person) {
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
                persons = Arrays.copyOf(persons, size * 2);
            }
            times[size] = atMillis;
            persons[size++] = person;
        }

        /** In order of time, by person where the time is the same, whoever came first here. */
        synchronized void sort() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(
                    order,
                    (a, b) -> times[a] != times[b]
                            ? Long.compare(times[a], times[b])
                            : Integer.compare(persons[a], persons[b]));
            times = Arrays.stream(order).mapToLong(i -> times[i]).toArray();
            persons = Arrays.stream(order).mapToInt(i -> persons[i]).toArray();
        }

        int othersThan(int person, long atMillis) {
            int from = Arrays.binarySearch(times, atMillis - DAY_MILLIS + 1);
            Set<Integer> others = new HashSet<>();
            for (int i = from < 0 ? -from - 1 : from; i < size && times[i] <= atMillis; i++) {
                if (persons[i] != person) {
                    others.add(persons[i]);
                }
            }
            return others.size();
        }
    }

    /** Notes the whole of a life. */
    void note(Life life) {
        int person = life.person().resident().index();
        Set<String> paid = new HashSet<>();
        while (life.hasNext()) {
            life.next().forEach(happening -> note(happening, person, paid));
        }
    }

    private void note(Happening happening, int person, Set<String> paid) {
        String account = happening.trusted();
        if (account != null) {
            trusted.add(account);
        }
        String shared = happening.shared();
        if (shared != null && isNew(happening.event(), shared, paid)) {
            contacts.computeIfAbsent(shared, none -> new Contacts()).add(occurred(happening.event()), person);
        }
    }

    /** What a bank or a telephone company would count: the first payment to an account, and every call by a number. */
    private static boolean isNew(Event event, String shared, Set<String> paid) {
        if (event instanceof TransactionEvent payment) {
            return payment.direction() == Direction.OUT && paid.add(shared);
        }
        return event instanceof CallEvent call && call.direction() == Direction.IN;
    }

    private static long occurred(Event event) {
        return event.occurredAt().toInstant().toEpochMilli();
    }

    /** No more is noted. */
    void close() {
        contacts.values().forEach(Contacts::sort);
    }

    Set<String> trusted() {
        return new TreeSet<>(trusted);
    }

    /** What is known around an event of this person: nobody else deals with accounts and numbers that are not shared. */
    Surroundings around(Happening happening, int person) {
        @Nullable Contacts found = happening.shared() == null ? null : contacts.get(happening.shared());
        int others = found == null ? 0 : found.othersThan(person, occurred(happening.event()));
        return happening.event() instanceof TransactionEvent
                ? new Surroundings(others, null)
                : new Surroundings(null, others);
    }
}

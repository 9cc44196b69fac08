package org.quanzu.profile;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quanzu.fact.Acquaintance;
import org.quanzu.fact.AppActivity;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Habits;
import org.quanzu.fact.KnownNumber;
import org.quanzu.fact.Message;
import org.quanzu.fact.Transaction;

/**
 * The summary of a stretch of a person's events: dealings by account and by number, habits of paying, and sums by local day
 * (counted from 1970).
 */
public record Past(
        Map<String, Acquaintance> accounts,
        Map<String, Acquaintance> numbers,
        Habits habits,
        SortedMap<Long, DayTotals> days) {
    public static final Past NONE = new Past(Map.of(), Map.of(), Habits.NONE);
    private static final int MAX_DAYS = 60;
    private static final int MAX_ACQUAINTANCES = 500;

    public Past {
        accounts = bounded(accounts);
        numbers = bounded(numbers);
        days = latest(days);
    }

    public Past(Map<String, Acquaintance> accounts, Map<String, Acquaintance> numbers, Habits habits) {
        this(accounts, numbers, habits, Collections.emptySortedMap());
    }

    private static SortedMap<Long, DayTotals> latest(SortedMap<Long, DayTotals> days) {
        TreeMap<Long, DayTotals> latest = new TreeMap<>(days);
        while (latest.size() > MAX_DAYS) {
            latest.pollFirstEntry();
        }
        return Collections.unmodifiableSortedMap(latest);
    }

    private static Map<String, Acquaintance> bounded(Map<String, Acquaintance> map) {
        if (map.size() <= MAX_ACQUAINTANCES) {
            return Map.copyOf(map);
        }
        Map<String, Acquaintance> latest = new HashMap<>();
        map.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Acquaintance> e) ->
                                -e.getValue().lastMillis())
                        .thenComparing(Map.Entry::getKey))
                .limit(MAX_ACQUAINTANCES)
                .forEach(e -> latest.put(e.getKey(), e.getValue()));
        return Map.copyOf(latest);
    }

    /** This past and, after it, {@code facts}. */
    Past and(List<Fact> facts) {
        if (facts.isEmpty()) {
            return this;
        }
        Course course = new Course(this);
        facts.forEach(course::add);
        SortedMap<Long, DayTotals> sums = new TreeMap<>(days);
        facts.forEach(fact -> sums.merge(DayTotals.day(fact), DayTotals.of(fact), DayTotals::and));
        return new Past(course.accounts, course.numbers, course.habits, sums);
    }

    Past and(Past other) {
        Map<String, Acquaintance> allAccounts = new HashMap<>(accounts);
        other.accounts.forEach((account, known) -> allAccounts.merge(account, known, Acquaintance::and));
        Map<String, Acquaintance> allNumbers = new HashMap<>(numbers);
        other.numbers.forEach((number, known) -> allNumbers.merge(number, known, Acquaintance::and));
        SortedMap<Long, DayTotals> allDays = new TreeMap<>(days);
        other.days.forEach((day, sums) -> allDays.merge(day, sums, DayTotals::and));
        return new Past(allAccounts, allNumbers, habits.and(other.habits), allDays);
    }

    /** A past that grows fact by fact. */
    static final class Course {
        private final Map<String, Acquaintance> accounts;
        private final Map<String, Acquaintance> numbers;
        private Habits habits;

        Course(Past start) {
            accounts = new HashMap<>(start.accounts);
            numbers = new HashMap<>(start.numbers);
            habits = start.habits;
        }

        void add(Fact fact) {
            if (fact instanceof Transaction payment) {
                add(payment);
            } else if (fact instanceof Call call) {
                add(call);
            } else if (fact instanceof Message message) {
                met(message.getSender(), message.isIncoming(), message.getStartMillis());
            } else if (!(fact instanceof AppActivity)) {
                throw new IllegalStateException("Unknown fact " + fact.getClass());
            }
        }

        private void add(Transaction payment) {
            if (payment.isFailed() || payment.isRepeated()) {
                return;
            }
            String account = payment.party().getAccount();
            if (account != null) {
                accounts.merge(
                        account,
                        Acquaintance.NONE.met(payment.isIncoming(), payment.getStartMillis(), payment.units()),
                        Acquaintance::and);
            }
            habits = payment.isOutgoing() ? habits.paid(payment.units()) : habits;
        }

        private void add(Call call) {
            if (!call.furtherLeg()) {
                met(call.getNumber(), call.isIncoming(), call.getStartMillis());
            }
        }

        private void met(KnownNumber number, boolean incoming, long atMillis) {
            String value = number.getValue();
            if (value != null) {
                numbers.merge(value, Acquaintance.NONE.met(incoming, atMillis, 0), Acquaintance::and);
            }
        }

        Acquaintance account(String account) {
            return accounts.getOrDefault(account, Acquaintance.NONE);
        }

        Acquaintance number(String number) {
            return numbers.getOrDefault(number, Acquaintance.NONE);
        }

        Habits habits() {
            return habits;
        }
    }
}

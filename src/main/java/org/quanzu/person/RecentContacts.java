package org.quanzu.person;

import java.util.Arrays;

/** The persons one account or number dealt with last, at most {@value #MOST}, each with the latest time. */
public final class RecentContacts {
    static final int MOST = 50;
    private static final long DAY_MILLIS = 86_400_000L;

    private String[] persons = new String[1];
    private long[] times = new long[1];
    private int size;

    /** How many other persons there were in the 24 hours until {@code atMillis}. */
    public synchronized int othersThan(String personId, long atMillis) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (times[i] <= atMillis && times[i] > atMillis - DAY_MILLIS && !persons[i].equals(personId)) {
                count++;
            }
        }
        return count;
    }

    /** Notes that the person dealt with it at this time. */
    public synchronized void add(String personId, long atMillis) {
        int place = placeFor(personId, atMillis);
        if (place == size) {
            grow();
            size++;
        }
        times[place] = personId.equals(persons[place]) ? Math.max(times[place], atMillis) : atMillis;
        persons[place] = personId;
    }

    /** Where the person is; else a free place; else that of the one longest ago. */
    private int placeFor(String personId, long atMillis) {
        int oldest = 0;
        for (int i = 0; i < size; i++) {
            if (persons[i].equals(personId)) {
                return i;
            }
            oldest = times[i] < times[oldest] ? i : oldest;
        }
        boolean over = size > 0 && times[oldest] <= atMillis - DAY_MILLIS;
        return size < MOST && !over ? size : oldest;
    }

    private void grow() {
        if (size == persons.length) {
            persons = Arrays.copyOf(persons, Math.min(MOST, size * 2));
            times = Arrays.copyOf(times, persons.length);
        }
    }
}

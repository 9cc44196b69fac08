package org.quanzu.simulation.life;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.city.Habit;
import org.quanzu.simulation.population.Inhabitant;
import org.quanzu.simulation.script.Script;

/** When the habits of one person begin on a day. */
final class Routine {
    private static final int HOUR = 3600;
    private static final double LIVELINESS = 0.4;

    private final City city;
    private final Inhabitant person;
    private final RandomGenerator random;
    private final List<Own> habits = new ArrayList<>();

    /** A habit as this person has it: so often a day, or on that day of the month (0 for none). */
    private record Own(Habit habit, double perDay, int dayOfMonth) {}

    /** A script that begins at {@code second}. */
    record Start(Script script, long second) {}

    Routine(City city, Inhabitant person, RandomGenerator random) {
        this.city = city;
        this.person = person;
        this.random = random;
        double lively = Math.exp(LIVELINESS * random.nextGaussian() - LIVELINESS * LIVELINESS / 2);
        for (Habit habit : city.habits()) {
            double weight = habit.who()
                    .weight(person.resident().age(), person.resident().occupation());
            Habit.Monthly monthly = habit.monthly();
            if (monthly == null) {
                habits.add(new Own(habit, habit.perDay() * weight * lively, 0));
            } else if (random.nextDouble() < monthly.share() * weight) {
                habits.add(new Own(habit, 0, random.nextInt(monthly.from(), monthly.to() + 1)));
            }
        }
    }

    List<Start> day(long beginSecond) {
        ZonedDateTime begin =
                Instant.ofEpochSecond(beginSecond).atZone(city.span().offset());
        List<Start> starts = new ArrayList<>();
        for (Own own : habits) {
            int times = own.dayOfMonth() > 0
                    ? (own.dayOfMonth() == begin.getDayOfMonth() ? 1 : 0)
                    : poisson(own.perDay()
                            * own.habit().weekdays().get(begin.getDayOfWeek().getValue() - 1));
            for (int i = 0; i < times; i++) {
                starts.add(new Start(
                        own.habit().script(), beginSecond + second(own.habit().hours())));
            }
        }
        return starts;
    }

    private long second(List<Double> hours) {
        double at = random.nextDouble()
                * hours.stream().mapToDouble(Double::doubleValue).sum();
        int hour = 0;
        while (hour < hours.size() - 1 && at >= hours.get(hour)) {
            at -= hours.get(hour);
            hour++;
        }
        return (long) hour * HOUR + random.nextInt(HOUR);
    }

    /** D. E. Knuth's way to a Poisson number, for small means. */
    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}

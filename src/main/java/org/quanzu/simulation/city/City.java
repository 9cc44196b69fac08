package org.quanzu.simulation.city;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.quanzu.scoring.Text;
import org.quanzu.simulation.script.Weights;
import org.quanzu.simulation.team.TeamSetup;

/** A city as its file says: who lives there, what they do, which scams reach them, and who helps them. */
public record City(
        Text name,
        Span span,
        int persons,
        long seed,
        Coverage coverage,
        Weights<String> towns,
        Weights<Integer> households,
        Weights<Occupation> occupations,
        List<Habit> habits,
        List<Persona> personas,
        List<Playbook> playbooks,
        Victims victims,
        TeamSetup team) {

    public City {
        habits = List.copyOf(habits);
        personas = List.copyOf(personas);
        playbooks = List.copyOf(playbooks);
    }

    /** {@code days} are measured, from {@code begins} at local time; {@code warmUpDays} are lived before that. */
    public record Span(LocalDate begins, ZoneOffset offset, int days, int warmUpDays) {
        private static final long DAY = 86_400;

        /** The second (epoch) in which the day begins that lies {@code day} days after the first one lived. */
        public long second(long day) {
            return begins.atStartOfDay().toEpochSecond(offset) + (day - warmUpDays) * DAY;
        }

        public int lived() {
            return warmUpDays + days;
        }
    }

    /**
     * Shares: of banks that ask before they carry a payment out, of banks that see the device, of telephone companies that
     * tell calls while they last, and of persons whose household and own accounts are known.
     */
    public record Coverage(double attempts, double session, double live, double household, double own) {}

    /** The share of persons whom a scam reaches within 30 days, in reality and here. */
    public record Victims(double real, double raised) {}

    /** The same city with another number of persons and another seed. */
    public City with(int otherPersons, long otherSeed) {
        return new City(
                name,
                span,
                otherPersons,
                otherSeed,
                coverage,
                towns,
                households,
                occupations,
                habits,
                personas,
                playbooks,
                victims,
                team);
    }
}

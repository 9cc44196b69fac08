package org.quanzu.simulation.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.life.Citizens;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.life.Happening;
import org.quanzu.simulation.life.Life;
import org.quanzu.simulation.population.Inhabitant;

/** What happens to all persons of a city in order of time; ties in the order of persons. Everybody lives at once, day by day. */
public final class Feed {
    private static final Comparator<Told> IN_TIME =
            Comparator.comparingLong((Told told) -> told.happening().atMillis()).thenComparingInt(Told::person);

    private final List<Life> lives;

    public Feed(City city) {
        Citizens citizens = new Citizens(city);
        lives = IntStream.range(0, citizens.count()).mapToObj(citizens::life).toList();
    }

    /** One happening of the person of this index; {@code measured}: not in the days before those that count. */
    public record Told(int person, Happening happening, boolean measured) {}

    /** Takes the happenings of a day, in order. */
    @FunctionalInterface
    public interface Listener {
        void day(List<Told> day);
    }

    public List<Inhabitant> persons() {
        return lives.stream().map(Life::person).toList();
    }

    /** Tells every day to the last; can be done once. */
    public void tell(Listener listener) {
        while (lives.stream().anyMatch(Life::hasNext)) {
            List<Told> day = new ArrayList<>();
            for (Life life : lives) {
                if (life.hasNext()) {
                    int person = life.person().resident().index();
                    boolean measured = !life.isWarmUp();
                    life.next().forEach(it -> day.add(new Told(person, it, measured)));
                }
            }
            day.sort(IN_TIME);
            listener.day(day);
        }
    }

    /** The scams so far. */
    public List<Episode> episodes() {
        return lives.stream().flatMap(life -> life.episode().stream()).toList();
    }
}

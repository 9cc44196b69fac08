package org.quanzu.simulation.life;

import org.quanzu.simulation.city.City;
import org.quanzu.simulation.population.Casting;
import org.quanzu.simulation.population.Population;

/** The people of a city, each made anew whenever asked for, and always the same. */
public final class Citizens {
    private final City city;
    private final Casting casting;
    private final Population population;

    public Citizens(City city) {
        this.city = city;
        casting = new Casting(city.seed(), city.persons());
        population = new Population(city, casting);
    }

    public int count() {
        return city.persons();
    }

    /** The life of the person of this index, from its first day on. */
    public Life life(int index) {
        return new Life(city, casting, population.person(index));
    }
}

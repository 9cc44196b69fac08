package org.quanzu.simulation.population;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Attributes;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.city.Occupation;
import org.quanzu.simulation.city.Persona;
import org.quanzu.simulation.city.Playbook;
import org.quanzu.simulation.script.Cast;

/** Draws the persons of a city, each by itself from the seed and its index. */
public final class Population {
    private static final int MONTH = 30;

    private final City city;
    private final Casting casting;

    public Population(City city, Casting casting) {
        this.city = city;
        this.casting = casting;
    }

    /** A person, with what happens to it once: ordinary personas, and perhaps a scam. */
    public record Drawn(
            Inhabitant inhabitant,
            Set<Persona> personas,
            @Nullable Playbook scam) {}

    /** The person of this index. */
    public Drawn person(int index) {
        RandomGenerator random = Chance.of(city.seed(), index);
        Occupation occupation = city.occupations().choose(random);
        int age = random.nextInt(occupation.youngest(), occupation.oldest() + 1);
        Set<Persona> personas = personas(age, occupation.name(), random);
        Playbook scam = scam(age, occupation.name(), random);
        Resident resident = new Resident(
                index,
                "p-" + city.seed() + "-" + index,
                random.nextDouble() < occupation.female() ? "FEMALE" : "MALE",
                age,
                city.towns().choose(random),
                occupation.name(),
                personas.stream().map(Persona::name).collect(HashSet::new, Set::add, Set::addAll),
                scam != null);
        return new Drawn(inhabitant(resident, occupation, random), personas, scam);
    }

    private Inhabitant inhabitant(Resident resident, Occupation occupation, RandomGenerator random) {
        City.Coverage coverage = city.coverage();
        Inhabitant unknown = new Inhabitant(
                resident,
                occupation.income().draw(random, none -> 0),
                city.households().choose(random) - 1,
                random.nextDouble() < coverage.attempts(),
                random.nextDouble() < coverage.session(),
                random.nextDouble() < coverage.live(),
                Attributes.NONE);
        boolean household = random.nextDouble() < coverage.household();
        boolean own = random.nextDouble() < coverage.own();
        return new Inhabitant(
                resident,
                unknown.income(),
                unknown.household(),
                unknown.asks(),
                unknown.device(),
                unknown.live(),
                told(unknown, household, own));
    }

    private Attributes told(Inhabitant person, boolean household, boolean own) {
        Set<String> accounts = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        IntStream.range(0, household ? person.household() : 0).forEach(i -> {
            Partner member = casting.own(Cast.HOUSEHOLD, person, i);
            accounts.add(String.valueOf(member.account()));
            numbers.add(member.number());
        });
        String account = String.valueOf(casting.own(Cast.OWN, person, 0).account());
        return new Attributes(own ? Set.of(account) : Set.of(), accounts, numbers, java.util.Map.of())
                .in(city.span().offset());
    }

    private Set<Persona> personas(int age, String occupation, RandomGenerator random) {
        Set<Persona> chosen = new HashSet<>();
        double months = (double) city.span().lived() / MONTH;
        for (Persona persona : city.personas()) {
            double share = persona.share() * persona.who().weight(age, occupation);
            double expected = persona.everyDays() > 0 ? share : 1 - Math.pow(1 - Math.min(1, share), months);
            if (random.nextDouble() < expected) {
                chosen.add(persona);
            }
        }
        return chosen;
    }

    private @Nullable Playbook scam(int age, String occupation, RandomGenerator random) {
        double chance = city.victims().raised() * city.span().days() / MONTH;
        double sum = city.playbooks().stream()
                .mapToDouble(it -> weight(it, age, occupation))
                .sum();
        if (random.nextDouble() >= chance || sum <= 0) {
            return null;
        }
        double at = random.nextDouble() * sum;
        for (Playbook playbook : city.playbooks()) {
            at -= weight(playbook, age, occupation);
            if (at < 0) {
                return playbook;
            }
        }
        return null;
    }

    private static double weight(Playbook playbook, int age, String occupation) {
        return playbook.weight() * playbook.victims().weight(age, occupation);
    }
}

package org.quanzu.simulation.run;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.quanzu.canonical.AccountForm;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.Deployment;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.life.Citizens;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.witness.Example;
import org.quanzu.watchlist.Listing;
import org.quanzu.watchlist.Watchlist;
import org.quanzu.watchlist.Watchlists;

/** Tells every event of every person of a city to a rule set, in virtual time. The same city and seed find the same. */
public final class CityRun {
    private final City city;
    private final RuleSet ruleSet;
    private final Workers workers;
    private final double shift;

    /** A run by {@code workers}; {@code shift}: by how much its playbooks were moved when they were read. */
    public CityRun(City city, RuleSet ruleSet, Workers workers, double shift) {
        this.city = city;
        this.ruleSet = ruleSet;
        this.workers = workers;
        this.shift = shift;
    }

    /** What was found, and, when asked for, examples to calibrate with. */
    public record Told(Findings findings, List<Example> examples) {}

    public Told run(boolean examples) {
        Citizens citizens = new Citizens(city);
        Crowd crowd = new Crowd();
        workers.each(citizens.count(), index -> {
            crowd.note(citizens.life(index));
            return Boolean.TRUE;
        });
        crowd.close();
        RuleSet knowing = with(crowd.trusted());
        List<PersonRun> persons =
                workers.each(citizens.count(), index -> PersonRun.of(citizens.life(index), crowd, knowing, examples));
        return new Told(findings(persons), examples ? examples(persons) : List.of());
    }

    /** The rule set, with these accounts on its list of trusted payees. */
    private RuleSet with(Set<String> trusted) {
        Watchlists lists = ruleSet.watchlists();
        Map<String, List<Listing>> payees = new HashMap<>(lists.trustedPayees().listings());
        trusted.forEach(account -> payees.put(
                Objects.requireNonNull(AccountForm.of(account)),
                List.of(new Listing("CONFIRMED", "simulated", null, null))));
        return ruleSet.with(lists.withTrustedPayees(new Watchlist(payees)));
    }

    private double weight() {
        return city.victims().raised() == 0
                ? 0
                : city.victims().real() / city.victims().raised();
    }

    private List<Example> examples(List<PersonRun> persons) {
        return persons.stream()
                .flatMap(person -> person.examples(weight()).stream())
                .toList();
    }

    private Findings findings(List<PersonRun> persons) {
        return new Findings(
                city.name(),
                city.seed(),
                shift,
                city.span().second(city.span().warmUpDays()) * 1000,
                city.span().days(),
                city.victims().real(),
                city.victims().raised(),
                ruleSet,
                city.playbooks().stream()
                        .map(it -> new Findings.Playbook(
                                it.name(),
                                it.family(),
                                it.script().title().en(),
                                it.script().title().zh()))
                        .toList(),
                city.personas().stream()
                        .map(it -> new Findings.Persona(
                                it.name(),
                                it.number(),
                                it.script().title().en(),
                                it.script().title().zh()))
                        .toList(),
                persons.stream().map(PersonRun::resident).toList(),
                persons.stream().flatMap(person -> person.episode().stream()).toList(),
                Stream.of(Deployment.values()).map(it -> sighting(it, persons)).toList());
    }

    private Sighting sighting(Deployment deployment, List<PersonRun> persons) {
        List<Heard> heard = persons.stream()
                .flatMap(person -> person.heard().stream())
                .filter(it -> it.deployment() == deployment)
                .toList();
        List<Warning> warnings = heard.stream()
                .flatMap(it -> it.warnings().stream())
                .sorted(Comparator.comparingLong(Warning::atMillis).thenComparingInt(Warning::resident))
                .toList();
        long events = heard.stream().mapToLong(Heard::events).sum();
        return new Sighting(deployment, events, warnings, tallies(deployment, persons));
    }

    private List<RuleTally> tallies(Deployment deployment, List<PersonRun> persons) {
        Map<String, Integer> episodes = new HashMap<>();
        Map<String, Integer> ordinaryDays = new HashMap<>();
        for (PersonRun person : persons) {
            RuleMarks marks = person.heard().get(deployment.ordinal()).marks();
            marks.ordinaryDays().forEach((rule, days) -> ordinaryDays.merge(rule, days, Integer::sum));
            person.episode()
                    .map(Episode::mainLossMillis)
                    .ifPresent(main -> marks.inTime(main).forEach(rule -> episodes.merge(rule, 1, Integer::sum)));
        }
        return ruleSet.rules().stream()
                .map(Rule::id)
                .sorted()
                .map(id -> new RuleTally(id, episodes.getOrDefault(id, 0), ordinaryDays.getOrDefault(id, 0)))
                .toList();
    }
}

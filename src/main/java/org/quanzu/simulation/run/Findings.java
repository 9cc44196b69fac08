package org.quanzu.simulation.run;

import java.util.List;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Text;
import org.quanzu.simulation.Deployment;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.population.Resident;

/**
 * Everything a run found. {@code days} are those measured, beginning at {@code beginMillis}; {@code victimsReal} is the share
 * of persons a scam reaches in 30 days in reality, {@code victimsRaised} that of the simulation: episodes weigh
 * {@code victimsReal / victimsRaised} where rates at real prevalence are told. Only who is no victim counts as ordinary.
 */
public record Findings(
        Text city,
        long seed,
        double shift,
        long beginMillis,
        int days,
        double victimsReal,
        double victimsRaised,
        RuleSet ruleSet,
        List<Playbook> playbooks,
        List<Persona> personas,
        List<Resident> residents,
        List<Episode> episodes,
        List<Sighting> sightings) {

    public Findings {
        playbooks = List.copyOf(playbooks);
        personas = List.copyOf(personas);
        residents = List.copyOf(residents);
        episodes = List.copyOf(episodes);
        sightings = List.copyOf(sightings);
    }

    /** The name of a playbook in both languages; {@code name} is that of its file. */
    public record Playbook(String name, String family, String en, String zh) {}

    /** The name of an ordinary persona in both languages; {@code number} is its place in the list of acceptance, 0 for none. */
    public record Persona(String name, int number, String en, String zh) {}

    public Sighting of(Deployment deployment) {
        return sightings.stream()
                .filter(sighting -> sighting.deployment() == deployment)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The run had no deployment " + deployment));
    }

    /** How much one episode counts where rates at real prevalence are told. */
    public double weight() {
        return victimsRaised == 0 ? 0 : victimsReal / victimsRaised;
    }

    /** Days of all persons who are no victims. */
    public long ordinaryPersonDays() {
        return residents.stream().filter(resident -> !resident.victim()).count() * days;
    }
}

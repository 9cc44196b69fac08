package org.quanzu.simulation.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quanzu.fact.Surroundings;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.Deployment;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.life.Happening;
import org.quanzu.simulation.life.Life;
import org.quanzu.simulation.population.Resident;
import org.quanzu.simulation.witness.Days;
import org.quanzu.simulation.witness.Example;

/** One life told to the rules, once for every deployment. */
record PersonRun(Resident resident, Optional<Episode> episode, List<Heard> heard, Days days) {

    static PersonRun of(Life life, Crowd crowd, RuleSet ruleSet, boolean examples) {
        Days days = new Days(examples);
        List<Ear> ears = Stream.of(Deployment.values())
                .map(it -> new Ear(it, life.person(), ruleSet, it == Deployment.BOTH ? days : new Days(false)))
                .toList();
        while (life.hasNext()) {
            boolean warmUp = life.isWarmUp();
            life.next().forEach(it -> tell(it, crowd, ears, warmUp));
        }
        List<Heard> heard = ears.stream().map(Ear::heard).toList();
        return new PersonRun(life.person().resident(), life.episode(), heard, days);
    }

    /** Days of ordinary life of somebody who is no victim, or days of the scam until its main loss. */
    List<Example> examples(double weight) {
        if (!resident.victim()) {
            return days.ordinary(resident.index());
        }
        Episode scam = episode.orElse(null);
        return scam == null || scam.mainLossMillis().isEmpty()
                ? List.of()
                : days.untilLoss(
                        resident.index(), scam.family(), scam.mainLossMillis().getAsLong(), weight);
    }

    private static void tell(Happening happening, Crowd crowd, List<Ear> ears, boolean warmUp) {
        int person = ears.get(0).index();
        Surroundings around = crowd.around(happening, person);
        for (Ear ear : ears) {
            if (!ear.hears(happening)) {
                continue;
            }
            if (warmUp) {
                ear.listen(happening, around);
            } else {
                ear.score(happening, around);
            }
        }
    }
}

package org.quanzu.simulation.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Surroundings;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.Deployment;
import org.quanzu.simulation.life.Happening;
import org.quanzu.simulation.population.Inhabitant;
import org.quanzu.simulation.witness.Days;
import org.quanzu.simulation.witness.Witness;
import org.quanzu.simulation.witness.Witness.Testimony;

/** What one deployment hears of one person, and what it makes of that. */
final class Ear {
    private static final long ATTRIBUTED_MILLIS = 3 * 86_400_000L;

    private final Deployment deployment;
    private final Inhabitant person;
    private final RuleSet ruleSet;
    private final RuleMarks marks = new RuleMarks();
    private final Standing standing = new Standing();
    private final Standing scamStanding = new Standing();
    private final List<Warning> warnings = new ArrayList<>();
    private final Days days;
    private final Witness witness;
    private @Nullable String persona;
    private long personaAt;
    private long events;

    Ear(Deployment deployment, Inhabitant person, RuleSet ruleSet, Days days) {
        this.deployment = deployment;
        this.person = person;
        this.ruleSet = ruleSet;
        this.days = days;
        witness = new Witness(person.resident().personId(), person.told(), ruleSet);
    }

    int index() {
        return person.resident().index();
    }

    boolean hears(Happening happening) {
        return deployment.sees(happening.event());
    }

    /** Takes in what happened without making anything of it. */
    void listen(Happening happening, Surroundings around) {
        witness.listen(happening.event(), around, happening.truth().episode());
        remember(happening);
    }

    /** Scores what happened. */
    void score(Happening happening, Surroundings around) {
        events++;
        remember(happening);
        Testimony testimony =
                witness.score(happening.event(), around, happening.truth().episode());
        if (!testimony.isEmpty()) {
            Assessment assessment = testimony.assessment();
            boolean scam = testimony.ofScam();
            marks.mark(assessment, happening.atMillis(), person.resident().victim(), scam);
            days.note(assessment, happening.atMillis(), scam);
            rise(assessment, happening, scam);
        }
    }

    private void remember(Happening happening) {
        if (happening.truth().persona() != null) {
            persona = happening.truth().persona();
            personaAt = happening.atMillis();
        }
    }

    /** A scam has a standing of its own, so that a false alarm before it neither hides nor makes its warning. */
    private void rise(Assessment assessment, Happening happening, boolean scam) {
        int rank = ruleSet.levels().byCode(assessment.level()).rank();
        if (rank == 0 || assessment.validUntil() == null) {
            return;
        }
        long at = happening.atMillis();
        Standing so = scam ? scamStanding : standing;
        int before = so.rank(at);
        so.reached(rank, assessment.validUntil().toInstant().toEpochMilli());
        if (rank > before) {
            String around = persona != null && at - personaAt <= ATTRIBUTED_MILLIS ? persona : null;
            int episode = scam ? person.resident().index() : -1;
            warnings.add(Warnings.of(
                    new Warnings.Seen(assessment, happening, witness.profile(), rank, before),
                    ruleSet,
                    person,
                    episode,
                    around));
        }
    }

    Heard heard() {
        return new Heard(deployment, List.copyOf(warnings), marks, events);
    }
}

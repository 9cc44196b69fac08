package org.quanzu.simulation.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Direction;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.fact.Call;
import org.quanzu.profile.Profile;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.PlanStep;
import org.quanzu.scoring.Assessment.Reason;
import org.quanzu.scoring.Reckoning;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.life.Happening;
import org.quanzu.simulation.population.Inhabitant;

/** Makes a warning of an assessment that raised the level. */
final class Warnings {
    private Warnings() {}

    /** The assessment, the event it is of, what was known then, and the ranks of the level now and before. */
    record Seen(Assessment assessment, Happening happening, Profile profile, int rank, int before) {}

    static Warning of(Seen seen, RuleSet ruleSet, Inhabitant person, int episode, @Nullable String persona) {
        Assessment assessment = seen.assessment();
        PlanStep first = assessment.firstStepOfPeople();
        List<String> rules = assessment.reasons().stream().map(Reason::rule).toList();
        return new Warning(
                person.resident().index(),
                seen.happening().atMillis(),
                assessment.level(),
                seen.rank(),
                seen.before(),
                assessment.family(),
                assessment.score(),
                assessment.amountAtRisk(),
                assessment.decision(),
                isWaiting(seen.happening()),
                seen.profile().factsNow().stream().anyMatch(fact -> fact instanceof Call call && call.isInProgress()),
                first == null ? null : first.unit(),
                first == null ? 0 : first.dueAt().toInstant().toEpochMilli(),
                rules,
                needed(ruleSet, rules, assessment.amountAtRisk(), seen.rank()),
                episode,
                persona);
    }

    private static boolean isWaiting(Happening happening) {
        return happening.event() instanceof TransactionEvent payment
                && payment.direction() == Direction.OUT
                && payment.status() == Status.ATTEMPTED;
    }

    private static List<String> needed(RuleSet ruleSet, List<String> hit, BigDecimal atRisk, int rank) {
        Map<String, Rule> known = ruleSet.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        List<Rule> all = hit.stream().map(known::get).toList();
        return all.stream()
                .filter(rule -> {
                    List<Rule> others = all.stream().filter(it -> it != rule).toList();
                    return Reckoning.level(ruleSet, others, atRisk).rank() < rank;
                })
                .map(Rule::id)
                .toList();
    }
}

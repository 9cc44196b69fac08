package org.quanzu.simulation.witness;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.quanzu.assessor.Assessor;
import org.quanzu.assessor.AssessorResult.Assessed;
import org.quanzu.assessor.PersonState;
import org.quanzu.assessor.SeenEvents;
import org.quanzu.event.Event;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.RuleSet;

/** One person as one installation knows them, beside what it does not know: which events belong to a scam. */
public final class Witness {
    private final RuleSet ruleSet;
    private final Map<String, Integer> episodes = new HashMap<>();
    private PersonState state;

    /** {@code told}: the accounts and numbers of person and household, numbers in any spelling. */
    public Witness(String personId, Attributes told, RuleSet ruleSet) {
        this.ruleSet = ruleSet;
        state = PersonState.of(Profile.empty(personId)
                .seenWith(ruleSet.watchlists())
                .keeping(ruleSet.bounds())
                .withAttributes(told.withNumbers(
                        it -> ruleSet.watchlists().numberPlan().read(it).value())));
    }

    /** An assessment, and the scam whose events are among its evidence; -1 for none. */
    public record Testimony(Assessment assessment, int episode) {
        /** Whether it speaks of a scam. */
        public boolean ofScam() {
            return episode >= 0;
        }

        /** Whether no rule matched. */
        public boolean isEmpty() {
            return assessment.reasons().isEmpty() && assessment.experimental().isEmpty();
        }
    }

    public Profile profile() {
        return state.profile();
    }

    /** Takes in what happened without making anything of it; {@code episode}: of this scam, -1 for none. */
    public void listen(Event event, Surroundings around, int episode) {
        remember(event, episode);
        state = Assessor.remember(
                state,
                new Assessor.Remembered(event, SeenEvents.UNKNOWN_CONTENT, around, state.level(), false),
                ruleSet.watchlists());
    }

    /** Scores what happened; {@code episode}: of this scam, -1 for none. */
    public Testimony score(Event event, Surroundings around, int episode) {
        remember(event, episode);
        Assessed scored = Assessor.assessNew(state, event, around, ruleSet);
        state = scored.after();
        return new Testimony(
                scored.assessment(),
                scored.assessment().reasons().stream()
                        .flatMap(reason -> reason.events().stream())
                        .map(episodes::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(-1));
    }

    private void remember(Event event, int episode) {
        if (episode >= 0) {
            episodes.put(event.header().eventId(), episode);
        }
    }
}

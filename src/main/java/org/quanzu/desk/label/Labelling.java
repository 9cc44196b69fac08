package org.quanzu.desk.label;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.assessment.Persons.FeedbackGiven;
import org.quanzu.desk.Cases;
import org.quanzu.desk.label.Label.Name;
import org.quanzu.desk.label.Label.Origin;
import org.quanzu.desk.label.Labels.Judgement;
import org.quanzu.desk.work.CaseConcluded;
import org.quanzu.desk.work.Finding;
import org.quanzu.desk.work.Outcome;
import org.quanzu.rules.RuleSets;
import org.springframework.context.event.EventListener;

/** Makes labels of outcomes, in the transactions that keep those, and of what banks tell. */
public final class Labelling {
    private final Labels labels;
    private final Cases cases;
    private final RuleSets ruleSets;
    private final Sample sample;
    private final Clock clock;

    Labelling(Labels labels, Cases cases, RuleSets ruleSets, Sample sample, Clock clock) {
        this.labels = labels;
        this.cases = cases;
        this.ruleSets = ruleSets;
        this.sample = sample;
        this.clock = clock;
    }

    /** A later outcome replaces the label; but what is unknown undoes nothing that was known. */
    @EventListener
    void on(CaseConcluded concluded) {
        Episode.Key episode = labels.present(concluded.subject()).key();
        Outcome outcome = concluded.outcome();
        Name name = Name.ofDesk(episode);
        if (outcome.report().finding() == Finding.TEST) {
            labels.drop(name);
        }
        boolean known =
                labels.find(name).map(Label::verdict).filter(Verdict::isKnown).isPresent();
        Verdict.of(outcome.report())
                .filter(verdict -> verdict.isKnown() || !known)
                .map(verdict -> label(name, concluded, verdict))
                .ifPresent(labels::keep);
        judge(episode);
    }

    private static Label label(Name name, CaseConcluded concluded, Verdict verdict) {
        Outcome outcome = concluded.outcome();
        return new Label(
                name,
                concluded.subject().personId(),
                new Episode.Key(
                        concluded.subject().caseId(), concluded.subject().episode()),
                verdict,
                outcome.report().finding().name(),
                outcome.report().facts().family(),
                outcome.at());
    }

    /** The case is locked before its episode, as everywhere, so that no two wait for each other. */
    public void learn(FeedbackGiven given) {
        Feedback feedback = given.feedback();
        Name name = Name.ofBank(given.source(), feedback.feedbackId());
        Instant moment = labels.received(given.source(), feedback.eventIds()).orElse(given.at());
        Optional<Episode.Key> episode = labels.at(given.personId(), moment);
        List<Name> corrected = Stream.concat(Stream.of(feedback.feedbackId()), given.replaced().stream())
                .map(id -> Name.ofBank(given.source(), id))
                .toList();
        Set<Episode.Key> concerned = Stream.concat(
                        corrected.stream()
                                .flatMap(one -> labels.find(one).stream())
                                .flatMap(label -> Stream.ofNullable(label.episode())),
                        episode.stream())
                .collect(Collectors.toSet());
        concerned.stream().map(Episode.Key::caseId).distinct().sorted().forEach(cases::lock);
        corrected.forEach(labels::drop);
        labels.keep(new Label(
                name,
                given.personId(),
                episode.orElse(null),
                Verdict.of(feedback.finding()),
                feedback.finding().name(),
                feedback.family(),
                given.at()));
        concerned.forEach(this::judge);
    }

    private void judge(Episode.Key key) {
        var all = labels.of(key);
        Opinion opinion = Opinion.of(all);
        Voices voices = Voices.of(labels.find(key).rules(), ruleSets.current());
        boolean byDesk = all.stream().anyMatch(label -> label.isOf(Origin.DESK));
        boolean recheck = byDesk && sample.includes(key);
        labels.judge(key, opinion == null ? null : new Judgement(opinion, voices, recheck), clock.instant());
    }
}

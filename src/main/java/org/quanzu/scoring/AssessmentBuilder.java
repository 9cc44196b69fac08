package org.quanzu.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.fact.AppActivity;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Message;
import org.quanzu.fact.Transaction;
import org.quanzu.profile.Update;
import org.quanzu.scoring.Assessment.PlanStep;
import org.quanzu.scoring.Assessment.Reason;
import org.quanzu.scoring.Evaluator.Evaluation;

/** Turns the hits of one event into scores, levels, a decision and a plan. */
final class AssessmentBuilder {
    private static final Comparator<Hit> STRONGEST = Comparator.comparingInt(
                    (Hit hit) -> -Math.abs(hit.rule().points()))
            .thenComparing(hit -> hit.rule().id());

    private static final int MONEY_DECIMALS = 2;
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(MONEY_DECIMALS);

    private final RuleSet ruleSet;
    private final Event event;
    private final Update update;
    private final List<Fact> facts;
    private final Evaluation found;
    private final List<Hit> counted;
    private final List<Hit> against;

    AssessmentBuilder(RuleSet ruleSet, Event event, Update update, List<Fact> facts, Evaluation found) {
        this.ruleSet = ruleSet;
        this.event = event;
        this.update = update;
        this.facts = facts;
        this.found = found;
        boolean quiet = found.hits().isEmpty();
        counted = quiet
                ? List.of()
                : found.hits().stream()
                        .filter(hit -> hit.rule().live())
                        .sorted(STRONGEST)
                        .toList();
        against = quiet
                ? List.of()
                : counted.stream().filter(hit -> !hit.rule().ofOrdinaryLife()).toList();
    }

    Assessment assessment() {
        boolean implicated = isImplicated();
        BigDecimal amountAtRisk = amountAtRisk();
        Verdict verdict = verdict(amountAtRisk);
        List<Actions.Row> plan =
                ruleSet.actions().plan(Objects.requireNonNullElse(verdict.family(), ""), verdict.level());
        Decision decision = decision(plan, implicated);
        OffsetDateTime now = now();
        return new Assessment(
                Assessment.idOf(event.key()),
                update.after().personId(),
                event.header().eventId(),
                event.occurredAt(),
                verdict.level().code(),
                verdict.family(),
                verdict.score(),
                verdict.scores(),
                stage(verdict.family()),
                implicated,
                decision,
                decision == Decision.HOLD ? holdUntil(plan, now) : null,
                amountAtRisk,
                steps(plan, decision, now),
                reasons(),
                missing(),
                ruleSet.version(),
                verdict.level().rank() == 0
                        ? null
                        : now.plusHours(verdict.level().validHours()),
                update.tooLate(),
                uncounted(),
                found.cutOff(),
                false,
                Note.codes(event, update));
    }

    private OffsetDateTime now() {
        long latest = update.tooLate()
                ? event.occurredAt().toInstant().toEpochMilli()
                : update.after().latestMillis();
        return Instant.ofEpochMilli(latest)
                .atZone(update.after().attributes().zone())
                .toOffsetDateTime();
    }

    private boolean isImplicated() {
        Fact fact = update.fact();
        return fact != null
                && !against.isEmpty()
                && against.stream()
                        .flatMap(hit -> hit.evidence().stream())
                        .anyMatch(evidence -> evidence.key().equals(fact.key()));
    }

    private BigDecimal amountAtRisk() {
        if (against.isEmpty()) {
            return NOTHING;
        }
        Set<EventKey> seen = new HashSet<>();
        BigDecimal sum = NOTHING;
        for (Hit hit : against) {
            for (Fact fact : hit.evidence()) {
                if (fact instanceof Transaction payment && canBeLost(payment) && seen.add(payment.key())) {
                    sum = sum.add(known(payment));
                }
            }
        }
        if (update.fact() instanceof Transaction payment
                && canBeLost(payment)
                && payment.isAttempted()
                && seen.add(payment.key())) {
            sum = sum.add(known(payment));
        }
        return sum.setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
    }

    /** What is paid with it in the home currency; money of unknown worth is added to nothing. */
    private static BigDecimal known(Transaction payment) {
        return Objects.requireNonNullElse(payment.amountLeft(), NOTHING);
    }

    private static boolean canBeLost(Transaction payment) {
        return payment.isOutgoing() && !payment.isFailed() && !payment.isReturned();
    }

    private record Verdict(Level level, @Nullable String family, int score, Map<String, Integer> scores) {}

    private record Candidate(Scorecard.Score score, Level level) {}

    private static final Comparator<Candidate> PRIMARY = Comparator.comparingInt(
                    (Candidate c) -> c.level().rank())
            .thenComparingInt(c -> c.score().points())
            .thenComparingInt(c -> c.score().ownPoints())
            .thenComparing(c -> c.score().family(), Comparator.reverseOrder());

    private Verdict verdict(BigDecimal amountAtRisk) {
        if (against.isEmpty()) {
            return new Verdict(Level.NONE, null, 0, noScores());
        }
        Map<String, Integer> scores = new TreeMap<>();
        List<Candidate> all = new ArrayList<>();
        for (String family : ruleSet.scamFamilies()) {
            Candidate candidate = candidate(family, amountAtRisk);
            scores.put(family, candidate.score().points());
            all.add(candidate);
        }
        Candidate general = candidate(Family.GENERAL, amountAtRisk);
        Candidate primary = all.stream()
                .filter(candidate -> hasOwnHit(candidate.score().family()))
                .max(PRIMARY)
                .orElse(general);
        all.add(general);
        Level highest = all.stream()
                .map(Candidate::level)
                .max(Comparator.comparingInt(Level::rank))
                .orElse(Level.NONE);
        return new Verdict(highest, primary.score().family(), primary.score().points(), scores);
    }

    private Map<String, Integer> noScores() {
        Map<String, Integer> scores = new TreeMap<>();
        for (Family family : ruleSet.families()) {
            if (family.ofScam()) {
                scores.put(family.id(), 0);
            }
        }
        return scores;
    }

    private Candidate candidate(String family, BigDecimal amountAtRisk) {
        Scorecard.Score score = ruleSet.scorecard().score(family, counted, ruleSet.levels());
        return new Candidate(score, ruleSet.levels().of(score, amountAtRisk));
    }

    private boolean hasOwnHit(String family) {
        return against.stream().anyMatch(hit -> hit.rule().family().equals(family));
    }

    private Rule.@Nullable Stage stage(@Nullable String family) {
        if (against.isEmpty()) {
            return null;
        }
        return against.stream()
                .filter(hit -> hit.rule().family().equals(family)
                        || hit.rule().family().equals(Family.GENERAL))
                .map(hit -> hit.rule().stage())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** For an outgoing payment what the table says, at most WARN where the payment is not part of the evidence. */
    private Decision decision(List<Actions.Row> plan, boolean implicated) {
        boolean outgoing = update.fact() instanceof Transaction payment && payment.isOutgoing();
        if (!outgoing) {
            return Decision.ALLOW;
        }
        Decision decision = ruleSet.actions().decision(plan);
        return implicated ? decision : decision.atMost(Decision.WARN);
    }

    private static @Nullable OffsetDateTime holdUntil(List<Actions.Row> plan, OffsetDateTime now) {
        return plan.stream()
                .filter(row -> row.action().equals(Actions.Row.CONFIRM_HOLD))
                .map(row -> now.plusMinutes(row.deadlineMinutes()))
                .findFirst()
                .orElse(null);
    }

    private static List<PlanStep> steps(List<Actions.Row> plan, Decision decision, OffsetDateTime now) {
        if (plan.isEmpty()) {
            return List.of();
        }
        return plan.stream()
                .filter(row -> !row.action().isEmpty())
                .filter(row -> decision == Decision.HOLD || !row.action().equals(Actions.Row.CONFIRM_HOLD))
                .map(row -> new PlanStep(
                        row.action(), row.channel(), row.unit(), now.plusMinutes(row.deadlineMinutes()), row.script()))
                .toList();
    }

    private List<Reason> reasons() {
        if (counted.isEmpty()) {
            return List.of();
        }
        return counted.stream()
                .map(hit -> new Reason(
                        hit.rule().id(),
                        hit.rule().points(),
                        hit.rule().evidence(),
                        hit.reason(),
                        hit.evidence().stream().map(Fact::eventId).toList()))
                .toList();
    }

    private List<String> uncounted() {
        if (found.hits().isEmpty()) {
            return List.of();
        }
        return found.hits().stream()
                .map(Hit::rule)
                .filter(rule -> !rule.live())
                .map(Rule::id)
                .toList();
    }

    private List<Evidence> missing() {
        EnumSet<Evidence> missing = EnumSet.allOf(Evidence.class);
        for (Fact fact : facts) {
            if (fact instanceof Transaction payment) {
                missing.remove(Evidence.MONEY);
                if (payment.sessionKnown()) {
                    missing.remove(Evidence.DEVICE);
                }
            } else if (fact instanceof Call) {
                missing.remove(Evidence.CALL);
            } else if (fact instanceof Message) {
                missing.remove(Evidence.MESSAGE);
            } else if (fact instanceof AppActivity) {
                missing.remove(Evidence.DEVICE);
            }
        }
        return List.copyOf(missing);
    }
}

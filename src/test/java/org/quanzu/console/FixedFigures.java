package org.quanzu.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.label.Verdict;
import org.quanzu.desk.precision.Figures;
import org.quanzu.desk.precision.Period;
import org.quanzu.desk.precision.Tally;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.Rule.Status;
import org.quanzu.scoring.Text;

/** Four rules and what became of their warnings. */
final class FixedFigures implements Figures {
    private static final Instant SEEN = Instant.parse("2026-02-28T03:00:00Z");
    static final List<Rule> RULES = List.of(
            rule(
                    "LOAN-001",
                    "loan",
                    Status.LIVE,
                    "Paid a stranger {payment.amount} <i>at once</i>",
                    "向陌生人付款{payment.amount}元"),
            rule("LOAN-002", "loan", Status.EXPERIMENTAL, "Opened a loan app", "打开贷款应用"),
            rule("BRUSH-001", "order_brushing", Status.LIVE, "Repaid with profit", "返还本金及佣金"),
            rule("BRUSH-009", "order_brushing", Status.RETIRED, "Never spoke", "从未命中"),
            rule("ORD-001", "ordinary", Status.LIVE, "A licensed payee", "持牌机构收款"));

    private static Rule rule(String id, String family, Status status, String en, String zh) {
        return new Rule(
                id,
                id,
                family,
                status,
                20,
                Evidence.MONEY,
                null,
                Rule.Stage.PAYING,
                new Text(en, zh),
                "a deposit to a landlord",
                family + "/" + id + ".drl");
    }

    @Override
    public LocalDate today() {
        return LocalDate.parse("2026-03-01");
    }

    @Override
    public Counts of(Period period) {
        return new Counts(
                List.of(
                        new OfRule("LOAN-001", new Tally(60, 20, 9, 4), new Tally(30, 20, 0, 0), 12, 7, SEEN),
                        new OfRule("LOAN-002", new Tally(3, 1, 0, 0), Tally.NONE, 0, 0, SEEN),
                        new OfRule("ORD-001", new Tally(10, 30, 0, 0), Tally.NONE, 0, 0, SEEN),
                        new OfRule("LOAN-099", new Tally(5, 5, 0, 0), Tally.NONE, 0, 0, SEEN)),
                List.of(
                        episodes("RED", "loan", Verdict.SCAM, "loan", 50, 20),
                        episodes("RED", "loan", Verdict.SCAM, "order_brushing", 8, 0),
                        episodes("ORANGE", "loan", Verdict.SCAM, null, 2, 10),
                        episodes("ORANGE", "order_brushing", Verdict.ORDINARY, null, 20, 20),
                        episodes("YELLOW", "general", Verdict.UNKNOWN, null, 9, 0),
                        episodes("YELLOW", "general", null, null, 4, 0)),
                3);
    }

    private static OfEpisodes episodes(
            String level, String family, @Nullable Verdict verdict, @Nullable String found, int now, int before) {
        return new OfEpisodes(level, family, verdict, verdict == Verdict.UNKNOWN, found, now, before);
    }

    @Override
    public List<Judged> ofRule(String rule, int most) {
        return List.of(judged("c-1", Verdict.SCAM, false));
    }

    @Override
    public List<Judged> disputed(int most) {
        return List.of(judged("c-2", Verdict.UNKNOWN, true));
    }

    @Override
    public List<Judged> toRecheck(int most) {
        return List.of(judged("c-3", Verdict.ORDINARY, false));
    }

    private static Judged judged(String caseId, Verdict verdict, boolean disputed) {
        return new Judged(caseId, 2, "RED", "loan", null, verdict, disputed, "3f9a2c1", SEEN);
    }
}

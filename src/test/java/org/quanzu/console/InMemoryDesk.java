package org.quanzu.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quanzu.console.cases.CasePage;
import org.quanzu.console.cases.CaseView;
import org.quanzu.console.cases.OutcomeForm;
import org.quanzu.console.cases.Unsaved;
import org.quanzu.console.queue.OverflowLine;
import org.quanzu.console.queue.QueueCounts;
import org.quanzu.console.queue.QueueFilter;
import org.quanzu.console.queue.QueueRow;
import org.quanzu.console.queue.QueueView;
import org.quanzu.desk.QueueChanged;
import org.quanzu.scoring.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Primary;

/** A desk with a few cases. */
@Primary
public class InMemoryDesk implements QueueView, CaseView {
    static final String HOSTILE = "<script>alert('x')</script> & \"friends\"";
    static final UUID LEASE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID NONE = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private final List<QueueRow> rows = new ArrayList<>();
    private final List<CasePage.Attempt> attempts = new ArrayList<>();
    private final List<CasePage.Outcome> outcomes = new ArrayList<>();
    private List<OverflowLine> overflow = List.of();
    private UUID lease = LEASE;
    private int version = 7;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    InMemoryDesk(Clock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
        reset();
    }

    /** The cases as at the start. */
    public final synchronized void reset() {
        rows.clear();
        attempts.clear();
        outcomes.clear();
        overflow = List.of();
        lease = LEASE;
        version = 7;
        add(
                "c-1",
                "RED",
                "loan",
                "86000",
                -2,
                true,
                "Paid an unknown company while held on the line for 40 minutes",
                "与陌生号码通话40分钟期间向陌生公司账户付款");
        add(
                "c-2",
                "RED",
                "fake_logistics",
                "30000",
                1,
                false,
                "The screen is shared and most of the balance goes to a stranger",
                "共享屏幕时把大部分余额转给陌生人");
        add("c-3", "ORANGE", "order_brushing", "4800", 12, false, HOSTILE, HOSTILE);
        add(
                "c-4",
                "YELLOW",
                "order_brushing",
                "900",
                3000,
                false,
                "Rising payments to changing strangers",
                "向不断更换的陌生人多次加额付款");
    }

    private void add(
            String id,
            String level,
            String family,
            String amount,
            int dueMinutes,
            boolean phone,
            String en,
            String zh) {
        rows.add(new QueueRow(
                id,
                level,
                family,
                new Text(en, zh),
                new BigDecimal(amount),
                clock.instant().minusSeconds(130),
                clock.instant().plus(Duration.ofMinutes(dueMinutes)).plusSeconds(20),
                "DESK",
                phone ? 2 : 1,
                phone,
                false,
                false,
                id.equals("c-1"),
                null));
    }

    @Override
    public synchronized List<QueueRow> rows(QueueFilter filter, Operator operator, int limit) {
        return rows.stream()
                .filter(row -> filter.level() == null || filter.level().equals(row.level()))
                .filter(row -> filter.family() == null || filter.family().equals(row.family()))
                .filter(row -> filter.who() != QueueFilter.Who.FREE || row.takenBy() == null)
                .filter(row -> filter.who() != QueueFilter.Who.MINE
                        || operator.displayName().equals(row.takenBy()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized QueueCounts counts() {
        Map<String, Integer> free = rows.stream()
                .filter(row -> row.takenBy() == null)
                .collect(Collectors.toMap(QueueRow::level, row -> 1, Integer::sum));
        long taken =
                rows.stream().map(QueueRow::takenBy).filter(Objects::nonNull).count();
        long overdue = rows.stream()
                .filter(row -> row.dueAt().isBefore(clock.instant()))
                .count();
        return new QueueCounts(free, (int) taken, (int) overdue);
    }

    @Override
    public List<OverflowLine> overflow() {
        return overflow;
    }

    /** What the desk will not get done in time from now on. */
    final synchronized void overflow(OverflowLine line) {
        overflow = List.of(line);
        rows.replaceAll(row -> row.caseId().equals("c-4") ? tooLate(row) : row);
    }

    private static QueueRow tooLate(QueueRow row) {
        return new QueueRow(
                row.caseId(),
                row.level(),
                row.family(),
                row.why(),
                row.amountAtRisk(),
                row.waitingSince(),
                row.dueAt(),
                row.unit(),
                row.episode(),
                row.onThePhone(),
                row.pinned(),
                true,
                row.late(),
                row.takenBy());
    }

    @Override
    public synchronized Optional<String> takeNext(Operator operator) {
        Optional<QueueRow> first =
                rows.stream().filter(row -> row.takenBy() == null).findFirst();
        first.ifPresent(row -> change(row.caseId(), old -> with(old, operator.displayName())));
        return first.map(QueueRow::caseId);
    }

    final void change(String id, Function<QueueRow, QueueRow> change) {
        rows.replaceAll(row -> row.caseId().equals(id) ? change.apply(row) : row);
        events.publishEvent(new QueueChanged(Set.of(id)));
    }

    static QueueRow with(QueueRow row, String takenBy) {
        return new QueueRow(
                row.caseId(),
                row.level(),
                row.family(),
                row.why(),
                row.amountAtRisk(),
                row.waitingSince(),
                row.dueAt(),
                row.unit(),
                row.episode(),
                row.onThePhone(),
                row.pinned(),
                row.tooLate(),
                row.late(),
                takenBy);
    }

    /** Somebody else takes the case because its lease ended. */
    final synchronized void loseLease() {
        lease = NONE;
        change("c-1", row -> with(row, "王警官"));
    }

    /** Somebody changes the case. */
    final synchronized void changeVersion() {
        version++;
    }

    @Override
    public synchronized Optional<CasePage> find(String caseId, Operator reader, Language language) {
        return rows.stream()
                .filter(row -> row.caseId().equals(caseId))
                .findFirst()
                .map(row -> page(row, reader, language));
    }

    private CasePage page(QueueRow row, Operator reader, Language language) {
        Instant now = clock.instant();
        boolean mine = reader.displayName().equals(row.takenBy());
        return new CasePage(
                new CasePage.Standing(
                        row.caseId(),
                        version,
                        row.episode(),
                        row.takenBy() == null ? "QUEUED" : "TAKEN",
                        row.level(),
                        row.family(),
                        row.why(),
                        row.amountAtRisk(),
                        row.waitingSince(),
                        row.dueAt(),
                        row.onThePhone(),
                        row.late()),
                new CasePage.Who("p-1", HOSTILE, "138****5678", null),
                row.takenBy() == null
                        ? null
                        : new CasePage.Holder(row.takenBy(), mine ? lease : null, now.plusSeconds(600)),
                List.of(
                        new CasePage.Reason(row.why(), 45, "CALL"),
                        new CasePage.Reason(
                                new Text("Paid a stranger most of the balance", "把大部分余额付给陌生人"), 30, "MONEY")),
                SampleTimelines.of(row.caseId(), now),
                script(language),
                List.copyOf(attempts),
                List.copyOf(outcomes),
                List.of(new CasePage.FollowUp(now.plusSeconds(86_400), null)),
                List.of(
                        new CasePage.Line(now.minusSeconds(130), "quanzu", "OPENED", null),
                        new CasePage.Line(now.minusSeconds(20), reader.displayName(), "TAKEN", HOSTILE)));
    }

    private static String script(Language language) {
        try {
            return Files.readString(Path.of("rules", "scripts", language == Language.ZH ? "loan.zh.md" : "loan.en.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized boolean take(String caseId, Operator operator) {
        boolean free = rows.stream().anyMatch(row -> row.caseId().equals(caseId) && row.takenBy() == null);
        if (free) {
            change(caseId, row -> with(row, operator.displayName()));
        }
        return free;
    }

    @Override
    public synchronized boolean heartbeat(String caseId, UUID held) {
        return held.equals(lease);
    }

    @Override
    public synchronized void handBack(Hold hold, String reason) {
        check(hold);
        change(hold.caseId(), row -> with(row, null));
    }

    @Override
    public synchronized void attempt(Hold hold, String channel, String contact, String note) {
        check(hold);
        attempts.add(new CasePage.Attempt(
                clock.instant(), channel, contact, hold.operator().displayName(), note));
    }

    @Override
    public synchronized void putOff(Hold hold) {
        handBack(hold, "");
    }

    @Override
    public synchronized void conclude(Hold hold, int seen, OutcomeForm form) {
        check(hold);
        if (seen != version) {
            throw Unsaved.changed("王警官");
        }
        outcomes.add(new CasePage.Outcome(
                clock.instant(),
                1,
                form.contact(),
                form.finding(),
                hold.operator().displayName(),
                form.note()));
        change(hold.caseId(), row -> with(row, null));
    }

    private void check(Hold hold) {
        if (!hold.lease().equals(lease)) {
            throw Unsaved.leaseEnded(rows.get(0).takenBy());
        }
    }
}

package org.quanzu.console;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quanzu.console.queue.QueueCounts;
import org.quanzu.console.queue.QueueFilter;
import org.quanzu.console.queue.QueueRow;
import org.quanzu.console.queue.QueueView;
import org.quanzu.scoring.Text;
import org.springframework.context.annotation.Primary;

/** A desk with a few cases. */
@Primary
public class InMemoryDesk implements QueueView {
    static final String HOSTILE = "<script>alert('x')</script> & \"friends\"";
    private final List<QueueRow> rows = new ArrayList<>();
    private final Clock clock;

    InMemoryDesk(Clock clock) {
        this.clock = clock;
        reset();
    }

    /** The cases as at the start. */
    public final synchronized void reset() {
        rows.clear();
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
    public synchronized Optional<String> takeNext(Operator operator) {
        Optional<QueueRow> first =
                rows.stream().filter(row -> row.takenBy() == null).findFirst();
        first.ifPresent(row -> change(row.caseId(), old -> with(old, operator.displayName())));
        return first.map(QueueRow::caseId);
    }

    final void change(String id, Function<QueueRow, QueueRow> change) {
        rows.replaceAll(row -> row.caseId().equals(id) ? change.apply(row) : row);
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
                takenBy);
    }
}

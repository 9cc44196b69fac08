package org.quanzu.console.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.AuditLog;
import org.quanzu.console.Operator;
import org.quanzu.console.Rulebook;
import org.quanzu.desk.Case.State;
import org.quanzu.desk.queue.Counts;
import org.quanzu.desk.queue.Filter;
import org.quanzu.desk.queue.Queue;
import org.quanzu.desk.queue.Taken;
import org.quanzu.desk.queue.Waiting;
import org.springframework.stereotype.Component;

/** The desk's queue as the page shows it. */
@Component
class DeskQueue implements QueueView {
    private final Queue queue;
    private final Rulebook rulebook;
    private final AuditLog audit;

    DeskQueue(Queue queue, Rulebook rulebook, AuditLog audit) {
        this.queue = queue;
        this.rulebook = rulebook;
        this.audit = audit;
    }

    @Override
    public List<QueueRow> rows(QueueFilter filter, Operator operator, int limit) {
        return queue.list(of(filter, operator), limit).stream()
                .map(DeskQueue::row)
                .toList();
    }

    private static Filter of(QueueFilter filter, Operator operator) {
        return new Filter(
                one(filter.unit()),
                one(filter.level()),
                one(filter.family()),
                filter.who() == QueueFilter.Who.FREE ? Set.of(State.QUEUED.name()) : Set.of(),
                filter.who() == QueueFilter.Who.MINE ? operator.name() : null);
    }

    private static Set<String> one(@Nullable String word) {
        return word == null ? Set.of() : Set.of(word);
    }

    private static QueueRow row(Waiting waiting) {
        return new QueueRow(
                waiting.caseId(),
                waiting.level(),
                waiting.family(),
                waiting.why(),
                waiting.amountAtRisk(),
                waiting.openedAt(),
                waiting.dueAt(),
                waiting.unit(),
                waiting.episode(),
                waiting.liveCallAt() != null,
                waiting.pinned(),
                waiting.tooLate(),
                waiting.late(),
                waiting.takenBy());
    }

    @Override
    public QueueCounts counts() {
        Counts counts = queue.counts();
        Map<String, Integer> free = new HashMap<>();
        counts.rows().forEach(row -> free.merge(row.level(), row.queued(), Integer::sum));
        return new QueueCounts(
                free, counts.rows().stream().mapToInt(Counts.Row::taken).sum(), counts.overdue());
    }

    @Override
    public List<OverflowLine> overflow() {
        return queue.overflow().stream()
                .filter(unit -> unit.tooLate() > 0)
                .map(unit -> new OverflowLine(
                        unit.unit(),
                        unit.queued(),
                        unit.tooLate(),
                        unit.strength().people(),
                        unit.strength().rostered(),
                        unit.strength().casesPerHour()))
                .toList();
    }

    @Override
    public Optional<String> takeNext(Operator operator) {
        Optional<String> taken =
                queue.takeNext(operator.name(), rulebook.unitsOf(operator)).map(Taken::caseId);
        taken.ifPresent(caseId -> audit.record(operator.name(), "case.take", "case:" + caseId));
        return taken;
    }
}

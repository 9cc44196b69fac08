package org.quanzu.desk;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.CaseHistory.Entry;
import org.quanzu.desk.HistoryLine.What;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Locks a case for a change, once it is sure that whoever changes it may and has seen how it is. */
public final class Grip {
    private static final int MOST_CHANGES = 20;

    private final Cases cases;
    private final CaseHistory history;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Grip(
            Cases cases,
            CaseHistory history,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.history = history;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** All of {@code change} happens or nothing of it; then whoever shows the queue is told. */
    public <T> T change(String caseId, Supplier<T> change) {
        T result = Objects.requireNonNull(transactions.execute(status -> change.get()));
        events.publishEvent(new QueueChanged(Set.of(caseId)));
        return result;
    }

    /** Tells others of a change while it can still fail, so that what they make of it stays or goes with it. */
    public void announce(Object change) {
        events.publishEvent(change);
    }

    /** Writes a line of the case's history. */
    public void tell(Case subject, String who, What what, @Nullable String detail) {
        history.add(subject, new Entry(clock.instant(), who, what, detail));
    }

    /** Writes a line of what left the case as it was but for its version. */
    public void note(Case subject, String who, What what, String detail) {
        cases.step(subject.caseId());
        tell(subject, who, what, detail);
    }

    /** The case, locked; throws {@link UnknownCase}. */
    public Case lock(String caseId) {
        return cases.lock(caseId).orElseThrow(() -> new UnknownCase(caseId));
    }

    /** The case, locked, if {@code hold} is still good; throws {@link LeaseEnded}. */
    public Held lock(Hold hold) {
        Case subject = lock(hold.caseId());
        Case.Lease lease = subject.lease();
        if (lease == null || !subject.isLeased(hold.lease(), clock.instant())) {
            throw new LeaseEnded(subject);
        }
        return new Held(subject, lease.operator());
    }

    /** A case and who works on it. */
    public record Held(Case subject, String operator) {}

    /** Throws {@link StaleCase} if anybody but {@code reader} changed the case after its {@code version}. */
    public void requireSeen(Case subject, int version, String reader) {
        int steps = Math.min(subject.version() - version, MOST_CHANGES);
        if (steps == 0) {
            return;
        }
        List<HistoryLine> changes = history.latest(subject.caseId(), Math.max(steps, 1)).stream()
                .filter(line -> !line.who().equals(reader))
                .toList();
        if (!changes.isEmpty() || steps < 0) {
            throw new StaleCase(subject, changes);
        }
    }
}

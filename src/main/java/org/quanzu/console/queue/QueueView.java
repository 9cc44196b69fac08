package org.quanzu.console.queue;

import java.util.List;
import java.util.Optional;
import org.quanzu.console.Operator;

/** What the page of the queue needs of the desk. */
public interface QueueView {

    /** The open cases that pass the filter, most urgent first, those somebody works on too; at most {@code limit}. */
    List<QueueRow> rows(QueueFilter filter, Operator operator, int limit);

    QueueCounts counts();

    /** The units that will reach some of their cases too late. */
    List<OverflowLine> overflow();

    /** Takes the most urgent case for the operator and gives its id; empty when nothing waits for the units. */
    Optional<String> takeNext(Operator operator);
}

package org.quanzu.console.queue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanzu.console.Operator;
import org.springframework.stereotype.Component;

/** The queue while no desk is attached: always empty. */
@Component
class NoQueue implements QueueView {

    @Override
    public List<QueueRow> rows(QueueFilter filter, Operator operator, int limit) {
        return List.of();
    }

    @Override
    public QueueCounts counts() {
        return new QueueCounts(Map.of(), 0, 0);
    }

    @Override
    public Optional<String> takeNext(Operator operator) {
        return Optional.empty();
    }
}

package org.quanzu.console.steering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Operator;
import org.quanzu.scoring.Text;

/** What the list of offers needs of the desk. */
public interface OfferView {

    /** What is offered to the operator or to one of the operator's units, oldest first. */
    List<Offer> of(Operator operator);

    /** Takes over what was offered and gives the id of the case; throws {@link NotOpen}. */
    String accept(long id, Operator operator);

    /** Declines what was offered; throws {@link NotOpen}. */
    void giveBack(long id, Operator operator, String reason);

    /** A case that is offered; {@code unit} is null when it is offered to the operator alone. */
    record Offer(
            long id,
            String caseId,
            String level,
            String family,
            Text why,
            BigDecimal amountAtRisk,
            Instant dueAt,
            String from,
            @Nullable String unit,
            String reason) {}

    /** There is nothing to answer any more. */
    final class NotOpen extends RuntimeException {
        private static final long serialVersionUID = 1;

        public NotOpen(RuntimeException cause) {
            super(cause.getMessage(), cause, false, false);
        }
    }
}

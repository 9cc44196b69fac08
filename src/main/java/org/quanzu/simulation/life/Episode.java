package org.quanzu.simulation.life;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.quanzu.simulation.city.Dissuasion;

/**
 * What a scam did to one person, as it happened: the truth that rules never see. Times are epoch milliseconds;
 * {@code stages} in order; {@code losses} every payment to the criminals (positive) and back from them (negative), also those
 * that no deployment sees; {@code talks}: when the person was on the phone with them.
 */
public record Episode(
        int id,
        int resident,
        String playbook,
        String family,
        List<Stage> stages,
        List<Loss> losses,
        List<Talk> talks,
        Dissuasion dissuasion,
        long startMillis,
        long endMillis) {

    public Episode {
        stages = List.copyOf(stages);
        losses = List.copyOf(losses);
        talks = List.copyOf(talks);
    }

    /** When a stage of the playbook began. */
    public record Stage(String name, long atMillis) {}

    /** One payment; {@code seen}: the bank of the deployment saw it; {@code attempted}: it asked before it carried it out. */
    public record Loss(long atMillis, BigDecimal amount, boolean seen, boolean attempted) {}

    /** A call with the criminals, from its start to its end. */
    public record Talk(long startMillis, long endMillis) {}

    /** What is lost in the end, in CNY; zero or less when the person dropped out in time. */
    public BigDecimal total() {
        return losses.stream().map(Loss::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** When the payment is made that takes the loss to at least half of {@link #total()}; empty when nothing is lost. */
    public OptionalLong mainLossMillis() {
        BigDecimal total = total();
        if (total.signum() <= 0) {
            return OptionalLong.empty();
        }
        BigDecimal so = BigDecimal.ZERO;
        for (Loss loss : losses) {
            so = so.add(loss.amount());
            if (so.add(so).compareTo(total) >= 0) {
                return OptionalLong.of(loss.atMillis());
            }
        }
        return OptionalLong.empty();
    }
}

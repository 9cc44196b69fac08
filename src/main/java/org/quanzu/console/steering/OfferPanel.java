package org.quanzu.console.steering;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.quanzu.console.Operator;
import org.quanzu.console.Rulebook;
import org.quanzu.console.queue.QueuePanel;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What is offered to the operator, beside the queue. */
@Component
class OfferPanel implements QueuePanel {
    private static final Set<String> WORKING = Set.of("OPERATOR", "SUPERVISOR", "ADMIN");
    private final OfferView offers;
    private final Rulebook rulebook;
    private final Clock clock;

    OfferPanel(OfferView offers, Rulebook rulebook, Clock clock) {
        this.offers = offers;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Override
    public void fill(Operator operator, Model model) {
        boolean works = WORKING.contains(operator.role());
        model.addAttribute("answersOffers", works);
        model.addAttribute("offers", works ? offers.of(operator) : List.of());
        model.addAttribute("rulebook", rulebook);
        model.addAttribute("now", clock.instant());
    }
}

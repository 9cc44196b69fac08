package org.quanzu.console.steering;

import java.util.List;
import java.util.Optional;
import org.quanzu.audit.AuditLog;
import org.quanzu.console.Operator;
import org.quanzu.console.Rulebook;
import org.quanzu.desk.Case;
import org.quanzu.desk.Cases;
import org.quanzu.desk.handover.HandOver;
import org.quanzu.desk.handover.HandOvers;
import org.quanzu.desk.handover.NotOffered;
import org.quanzu.desk.shift.Colleagues;
import org.quanzu.desk.shift.Colleagues.Colleague;
import org.quanzu.desk.work.InvalidReport;
import org.springframework.stereotype.Component;

/** The desk's offers as the queue shows and answers them; every answer is kept in the audit log. */
@Component
class DeskOffers implements OfferView {
    private final HandOvers handOvers;
    private final Cases cases;
    private final Colleagues colleagues;
    private final Rulebook rulebook;
    private final AuditLog audit;

    DeskOffers(HandOvers handOvers, Cases cases, Colleagues colleagues, Rulebook rulebook, AuditLog audit) {
        this.handOvers = handOvers;
        this.cases = cases;
        this.colleagues = colleagues;
        this.rulebook = rulebook;
        this.audit = audit;
    }

    @Override
    public List<Offer> of(Operator operator) {
        return handOvers.offered(operator.name(), rulebook.unitsOf(operator)).stream()
                .filter(offer -> !offer.fromUser().equals(operator.name()))
                .flatMap(offer -> cases.find(offer.caseId()).map(it -> shown(offer, it)).stream())
                .toList();
    }

    private Offer shown(HandOver offer, Case subject) {
        Optional<Colleague> from = colleagues.find(offer.fromUser());
        return new Offer(
                offer.id(),
                subject.caseId(),
                subject.level(),
                subject.family(),
                subject.why(),
                subject.amountAtRisk(),
                subject.dueAt(),
                from.map(Colleague::displayName).orElse(offer.fromUser()),
                offer.toUnit(),
                offer.reason());
    }

    @Override
    public String accept(long id, Operator operator) {
        try {
            String caseId = handOvers
                    .accept(id, operator.name(), rulebook.unitsOf(operator))
                    .caseId();
            audit.record(operator.name(), "case.accept", "case:" + caseId);
            return caseId;
        } catch (NotOffered e) {
            throw new OfferView.NotOpen(e);
        }
    }

    @Override
    public void giveBack(long id, Operator operator, String reason) {
        try {
            handOvers.giveBack(id, operator.name(), rulebook.unitsOf(operator), reason);
        } catch (NotOffered | InvalidReport e) {
            throw new OfferView.NotOpen(e);
        }
        audit.record(operator.name(), "case.return-offer", "hand-over:" + id);
    }
}

package org.quanzu.console.steering;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.AuditLog;
import org.quanzu.console.NoSuchPage;
import org.quanzu.console.Operator;
import org.quanzu.console.Rulebook;
import org.quanzu.console.cases.Unsaved;
import org.quanzu.desk.Case;
import org.quanzu.desk.Cases;
import org.quanzu.desk.HistoryLine;
import org.quanzu.desk.Hold;
import org.quanzu.desk.LeaseEnded;
import org.quanzu.desk.StaleCase;
import org.quanzu.desk.UnknownCase;
import org.quanzu.desk.handover.HandOver;
import org.quanzu.desk.handover.HandOvers;
import org.quanzu.desk.handover.Receiver;
import org.quanzu.desk.queue.Queue;
import org.quanzu.desk.shift.Colleagues;
import org.quanzu.desk.shift.Colleagues.Colleague;
import org.quanzu.desk.work.Because;
import org.quanzu.desk.work.Desk;
import org.quanzu.desk.work.InvalidReport;
import org.springframework.stereotype.Component;

/** Steers cases of the desk and keeps every deed in the audit log. */
@Component
class DeskSteering implements SteeringView {
    private static final String USER = "user:";
    private static final String UNIT = "unit:";
    private final Cases cases;
    private final Queue queue;
    private final Desk desk;
    private final HandOvers handOvers;
    private final Colleagues colleagues;
    private final Rulebook rulebook;
    private final AuditLog audit;

    DeskSteering(
            Cases cases,
            Queue queue,
            Desk desk,
            HandOvers handOvers,
            Colleagues colleagues,
            Rulebook rulebook,
            AuditLog audit) {
        this.cases = cases;
        this.queue = queue;
        this.desk = desk;
        this.handOvers = handOvers;
        this.colleagues = colleagues;
        this.rulebook = rulebook;
        this.audit = audit;
    }

    @Override
    public Optional<Standing> find(String caseId) {
        return cases.find(caseId).map(it -> new Standing(it.pinned(), it.vulnerable(), offeredTo(caseId)));
    }

    private @Nullable String offeredTo(String caseId) {
        return handOvers.of(caseId).stream()
                .filter(offer -> offer.state() == HandOver.State.OFFERED)
                .reduce((earlier, later) -> later)
                .map(offer -> offer.toUser() == null ? offer.toUnit() : offer.toUser())
                .orElse(null);
    }

    @Override
    public List<Colleague> colleagues() {
        return colleagues.all();
    }

    @Override
    public void pin(String caseId, boolean pinned, Operator by) {
        try {
            if (queue.pin(caseId, pinned, by.name())) {
                audit.record(by.name(), pinned ? "case.pin" : "case.unpin", "case:" + caseId);
            }
        } catch (UnknownCase e) {
            throw new NoSuchPage("case of this id");
        }
    }

    @Override
    public void lowerLevel(Deed deed, String level) {
        recorded(deed, "case.lower-level", () -> desk.lowerLevel(deed.caseId(), deed.version(), level, because(deed)));
    }

    @Override
    public void declareVulnerable(Deed deed, boolean vulnerable) {
        recorded(deed, vulnerable ? "case.vulnerable" : "case.not-vulnerable", () -> {
            requireHolder(deed);
            desk.declareVulnerable(deed.caseId(), deed.version(), vulnerable, because(deed));
        });
    }

    /** Whoever leads may write down what an operator heard; another operator did not hear it. */
    private void requireHolder(Deed deed) {
        Case.Lease lease = cases.find(deed.caseId()).map(Case::lease).orElse(null);
        boolean holds = lease != null && lease.operator().equals(deed.by().name());
        if (!holds && deed.by().role().equals("OPERATOR")) {
            throw Unsaved.leaseEnded(lease == null ? null : lease.operator());
        }
    }

    @Override
    public void offer(Deed deed, UUID lease, String to) {
        Receiver receiver = receiver(to, deed.by());
        recorded(
                deed,
                "case.offer",
                () -> handOvers.offer(
                        new Hold(deed.caseId(), lease), receiver, because(deed).reason()));
    }

    private Receiver receiver(String to, Operator by) {
        String name = to.substring(Math.min(USER.length(), to.length()));
        boolean toUnit = to.startsWith(UNIT) && rulebook.units().contains(name);
        boolean toUser = to.startsWith(USER)
                && !name.equals(by.name())
                && colleagues.find(name).isPresent();
        if (!toUnit && !toUser) {
            throw Unsaved.invalid("steering.to-missing");
        }
        return toUnit ? Receiver.unit(name) : Receiver.user(name);
    }

    private static Because because(Deed deed) {
        return new Because(deed.by().name(), deed.reason());
    }

    private void recorded(Deed deed, String what, Runnable done) {
        try {
            done.run();
        } catch (LeaseEnded e) {
            throw Unsaved.leaseEnded(e.holder());
        } catch (StaleCase e) {
            throw Unsaved.changed(
                    e.changes().stream().map(HistoryLine::who).findFirst().orElse(HistoryLine.DESK));
        } catch (InvalidReport e) {
            throw Unsaved.invalid("steering.impossible");
        } catch (UnknownCase e) {
            throw new NoSuchPage("case of this id");
        }
        audit.record(deed.by().name(), what, "case:" + deed.caseId());
    }
}

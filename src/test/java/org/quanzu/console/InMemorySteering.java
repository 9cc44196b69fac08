package org.quanzu.console;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.quanzu.console.cases.Unsaved;
import org.quanzu.console.steering.OfferView;
import org.quanzu.console.steering.SteeringView;
import org.quanzu.desk.shift.Colleagues.Colleague;
import org.quanzu.scoring.Text;

/** What was done to the cases of {@link InMemoryDesk}, in words, and one offer. */
public class InMemorySteering implements SteeringView, OfferView {
    private final List<String> deeds = new ArrayList<>();
    private final Clock clock;
    private boolean stale;
    private boolean offered;

    InMemorySteering(Clock clock) {
        this.clock = clock;
    }

    final synchronized void reset() {
        deeds.clear();
        stale = false;
        offered = false;
    }

    final synchronized List<String> deeds() {
        return List.copyOf(deeds);
    }

    /** Somebody changes every case. */
    final synchronized void change() {
        stale = true;
    }

    /** Somebody offers a case. */
    final synchronized void offerOne() {
        offered = true;
    }

    @Override
    public Optional<Standing> find(String caseId) {
        return Optional.of(new Standing(false, false, null));
    }

    @Override
    public List<Colleague> colleagues() {
        return List.of(new Colleague("li", "李四", List.of("DESK")));
    }

    @Override
    public synchronized void pin(String caseId, boolean pinned, Operator by) {
        deeds.add((pinned ? "pin " : "unpin ") + caseId);
    }

    @Override
    public synchronized void lowerLevel(Deed deed, String level) {
        done("lower to " + level, deed);
    }

    @Override
    public synchronized void declareVulnerable(Deed deed, boolean vulnerable) {
        done("vulnerable " + vulnerable, deed);
    }

    @Override
    public synchronized void offer(Deed deed, UUID lease, String to) {
        done("offer to " + to, deed);
    }

    private void done(String what, Deed deed) {
        if (stale) {
            throw Unsaved.changed("王警官");
        }
        deeds.add(what + " because " + deed.reason());
    }

    @Override
    public synchronized List<Offer> of(Operator operator) {
        return offered
                ? List.of(new Offer(
                        17,
                        "c-2",
                        "RED",
                        "loan",
                        new Text("Shares the screen", "共享屏幕"),
                        new BigDecimal("30000"),
                        clock.instant().plusSeconds(60),
                        "李四",
                        "STATION",
                        InMemoryDesk.HOSTILE))
                : List.of();
    }

    @Override
    public synchronized String accept(long id, Operator operator) {
        if (!offered) {
            throw new NotOpen(new IllegalStateException("answered"));
        }
        deeds.add("accept " + id);
        return "c-2";
    }

    @Override
    public synchronized void giveBack(long id, Operator operator, String reason) {
        deeds.add("return " + id + " because " + reason);
        offered = false;
    }
}

package org.quanzu.console.steering;

import java.util.List;
import java.util.Set;
import org.quanzu.console.Operator;
import org.quanzu.console.Rulebook;
import org.quanzu.console.cases.CasePage;
import org.quanzu.console.cases.CasePanel;
import org.quanzu.console.cases.CaseReader;
import org.quanzu.desk.shift.Colleagues.Colleague;
import org.quanzu.scoring.Level;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The forms by which a case is steered, for whom they are. */
@Component
class SteeringPanel implements CasePanel {
    static final String TYPED = "steeringTyped";
    private static final Set<String> LEADING = Set.of("SUPERVISOR", "ADMIN");
    private final SteeringView steering;
    private final Rulebook rulebook;

    SteeringPanel(SteeringView steering, Rulebook rulebook) {
        this.steering = steering;
        this.rulebook = rulebook;
    }

    /** What the fragment shows; {@code leads}: the reader may pin and lower. */
    public record Steering(
            SteeringView.Standing standing,
            boolean leads,
            boolean holds,
            List<Level> lower,
            List<Colleague> colleagues) {

        /** Whether there is anything to steer for the reader. */
        public boolean isShown() {
            return leads || holds;
        }
    }

    @Override
    public void fill(CasePage page, CaseReader reader, Model model) {
        boolean open = !page.standing().state().equals("CLOSED");
        boolean holds = page.holder() != null && page.holder().lease() != null;
        boolean leads = open && LEADING.contains(reader.operator().role());
        SteeringView.Standing standing =
                steering.find(page.standing().caseId()).orElse(new SteeringView.Standing(false, false, null));
        model.addAttribute(
                "steering",
                new Steering(
                        standing,
                        leads,
                        holds,
                        leads ? lower(page.standing().level()) : List.of(),
                        holds ? others(reader.operator()) : List.of()));
        if (!model.containsAttribute(TYPED)) {
            model.addAttribute(TYPED, Typed.NOTHING);
        }
    }

    private List<Level> lower(String level) {
        List<Level> all = rulebook.levels();
        int rank = all.stream()
                .filter(one -> one.code().equals(level))
                .mapToInt(Level::rank)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        return all.stream().filter(one -> one.rank() < rank).toList();
    }

    private List<Colleague> others(Operator reader) {
        return steering.colleagues().stream()
                .filter(one -> !one.name().equals(reader.name()))
                .toList();
    }
}

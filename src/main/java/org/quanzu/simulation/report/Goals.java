package org.quanzu.simulation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanzu.simulation.Deployment;
import org.quanzu.simulation.run.Share;

/** What the shipped rules are meant to reach; a report says of each by how much it was reached or missed. */
final class Goals {
    private static final Map<String, Double> IN_TIME =
            Map.of("loan", 0.95, "fake_logistics", 0.95, "order_brushing", 0.85);
    private static final double USUAL = 0.85;
    private static final double FAMILY_RIGHT = 0.9;
    private static final double BANK_ONLY = 0.75;
    private static final double ACTING = 1000.0 / 2000;
    private static final double TELLING = 1000.0 / 200;

    private Goals() {}

    static List<Goal> of(List<Report.View> views, Grades grades) {
        List<Goal> goals = new ArrayList<>();
        String acting = grades.acting().code();
        for (Report.View view : views) {
            for (Detection family : view.detection().families()) {
                Share share = family.inTime().getOrDefault(acting, Share.of(0, 0));
                String code = family.name().code();
                if (view.deployment() == Deployment.BOTH) {
                    goals.add(Goal.atLeast("in-time", code, IN_TIME.getOrDefault(code, USUAL), share));
                    goals.add(Goal.atLeast("family", code, FAMILY_RIGHT, family.familyRight()));
                } else if (view.deployment() == Deployment.BANK) {
                    goals.add(Goal.atLeast("bank-only", code, BANK_ONLY, share));
                }
            }
            if (view.deployment() == Deployment.BOTH) {
                ordinary(view.ordinary(), goals);
            }
        }
        return goals;
    }

    private static void ordinary(Ordinary ordinary, List<Goal> goals) {
        goals.add(Goal.atMost("acting", ACTING, ordinary.acting()));
        goals.add(Goal.atMost("telling", TELLING, ordinary.telling()));
        long holds = ordinary.personas().stream()
                .filter(it -> it.number() > 0)
                .mapToLong(Ordinary.PersonaLine::holds)
                .sum();
        goals.add(new Goal("holds", "", false, 0, holds, Rate.low(holds), Rate.high(holds), holds == 0));
    }
}

package org.quanzu.desk.intake;

import java.util.Set;
import java.util.TreeSet;
import org.quanzu.desk.intake.Warning.Spoken;

/** Which rules spoke in the present episode of a case since its row was read. */
final class EpisodeRow {
    private final Set<String> rules = new TreeSet<>();
    private final Set<String> experimental = new TreeSet<>();
    private String ruleSet = "";

    void take(Spoken spoken) {
        rules.addAll(spoken.rules());
        experimental.addAll(spoken.experimental());
        ruleSet = spoken.ruleSet();
    }

    String[] rules() {
        return rules.toArray(String[]::new);
    }

    String[] experimental() {
        return experimental.toArray(String[]::new);
    }

    /** The version of the latest warning; empty when there was none. */
    String ruleSet() {
        return ruleSet;
    }
}

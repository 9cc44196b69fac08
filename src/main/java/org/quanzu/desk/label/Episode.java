package org.quanzu.desk.label;

import java.util.List;

/** One time that a person was warned of: by {@code rules} that count. */
public record Episode(Key key, List<String> rules) {
    public Episode {
        rules = List.copyOf(rules);
    }

    /** The case and which of its episodes. */
    public record Key(String caseId, int number) {}
}

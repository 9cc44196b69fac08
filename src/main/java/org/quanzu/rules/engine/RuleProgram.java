package org.quanzu.rules.engine;

import java.util.List;
import org.drools.model.Model;

/** Compiled conditions: their name, their executable model, and a small engine that has only them. */
record RuleProgram(String name, Model model, RuleEngine engine) {

    static RuleProgram of(String name, Model model) {
        return new RuleProgram(name, model, new RuleEngine(List.of(model)));
    }
}

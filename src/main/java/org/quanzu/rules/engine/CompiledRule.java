package org.quanzu.rules.engine;

import org.drools.model.Condition;
import org.quanzu.scoring.Rule;

/**
 * A rule ready to be evaluated: where it comes from, the index that names it in the budget of joins, and its program, which
 * Drools knows by the program's name.
 */
record CompiledRule(RuleSource source, int index, RuleProgram program) {

    Rule rule() {
        return source.rule();
    }

    /** The conditions of the model. */
    Condition view() {
        return (Condition) program.model().getRules().stream()
                .filter(one -> one.getName().equals(program.name()))
                .findFirst()
                .orElseThrow()
                .getView();
    }
}

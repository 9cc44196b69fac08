package org.quanzu.scoring;

import java.util.List;
import org.quanzu.fact.Fact;

/** Finds the rules that match a person's recent facts. The same facts give the same hits in the same order. */
public interface Evaluator {

    /** Evaluates all rules that are not retired; {@code nowMillis} is the person's latest event time. */
    Evaluation evaluate(List<Fact> facts, long nowMillis);

    /** What was found: hits by rule id, and the ids of rules that were cut off because they joined too much. */
    record Evaluation(List<Hit> hits, List<String> cutOff) {
        public static final Evaluation NOTHING = new Evaluation(List.of(), List.of());
    }
}

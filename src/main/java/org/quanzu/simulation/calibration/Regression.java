package org.quanzu.simulation.calibration;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.scoring.Rule;
import org.quanzu.simulation.witness.Example;

/**
 * L2-regularised logistic regression of <i>is being scammed</i> on <i>this rule matched</i> (R.-E. Fan et al., LIBLINEAR, JMLR 9
 * (2008), 1871-1874), in which no coefficient has the wrong sign: rules that get one are left out, and the rest is fitted again.
 */
final class Regression {
    private static final double PRECISION = 1e-4;
    private static final int SCAM = 1;
    private static final int ORDINARY = -1;

    private final List<Example> examples;
    private final double cost;

    Regression(List<Example> examples, double cost) {
        Linear.disableDebugOutput();
        this.examples = examples;
        this.cost = cost;
    }

    /** The coefficient (log odds) of each of the {@code rules}; 0 for those left out. */
    Map<String, Double> fit(List<Rule> rules) {
        Map<String, Double> all = new HashMap<>();
        rules.forEach(rule -> all.put(rule.id(), 0.0));
        List<Rule> in = rules;
        while (!in.isEmpty()) {
            Map<String, Double> found = once(in);
            List<Rule> right = in.stream().filter(rule -> isRight(rule, found)).toList();
            if (right.size() == in.size()) {
                all.putAll(found);
                break;
            }
            in = right;
        }
        return all;
    }

    private static boolean isRight(Rule rule, Map<String, Double> found) {
        double coefficient = found.getOrDefault(rule.id(), 0.0);
        return rule.ofOrdinaryLife() ? coefficient <= 0 : coefficient >= 0;
    }

    private Map<String, Double> once(List<Rule> rules) {
        List<String> columns = rules.stream().map(Rule::id).sorted().toList();
        Parameter parameter = new Parameter(SolverType.L2R_LR, cost, PRECISION);
        parameter.setRegularizeBias(false);
        parameter.setWeights(new double[] {weight(), 1}, new int[] {SCAM, ORDINARY});
        Model model = Linear.train(problem(columns), parameter);
        int first = model.getLabels()[0] == SCAM ? 1 : -1;
        Map<String, Double> coefficients = new HashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            coefficients.put(columns.get(column), first * model.getFeatureWeights()[column]);
        }
        return coefficients;
    }

    /** Days of scams count as much as they would at real prevalence. */
    private double weight() {
        return examples.stream()
                .filter(Example::ofScam)
                .mapToDouble(Example::weight)
                .average()
                .orElse(1);
    }

    private Problem problem(List<String> columns) {
        Problem problem = new Problem();
        problem.l = examples.size();
        problem.n = columns.size() + 1;
        problem.bias = 1;
        problem.y = examples.stream()
                .mapToDouble(it -> it.ofScam() ? SCAM : ORDINARY)
                .toArray();
        problem.x = examples.stream().map(it -> row(it, columns)).toArray(Feature[][]::new);
        return problem;
    }

    /** A column for each rule that matched, counted from 1, and the last one for the bias. */
    private static Feature[] row(Example example, List<String> columns) {
        List<Feature> row = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (example.rules().contains(columns.get(column))) {
                row.add(new FeatureNode(column + 1, 1));
            }
        }
        row.add(new FeatureNode(columns.size() + 1, 1));
        return row.toArray(Feature[]::new);
    }
}

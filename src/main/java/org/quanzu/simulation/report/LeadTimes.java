package org.quanzu.simulation.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;

/** How long before the main loss people were warned of, in minutes; {@code bins} counts them up to each of {@link #BOUNDS}, and above. */
public record LeadTimes(int count, double tenth, double median, double ninetieth, List<Integer> bins) {
    /** Minutes at which bins end. */
    public static final List<Integer> BOUNDS = List.of(1, 5, 30, 120, 720, 2880);

    private static final double[] SHARES = {0.1, 0.5, 0.9};

    public LeadTimes {
        bins = List.copyOf(bins);
    }

    static LeadTimes of(List<Double> minutes) {
        double[] all = minutes.stream().mapToDouble(Double::doubleValue).toArray();
        double[] found = all.length == 0
                ? new double[SHARES.length]
                : Quantile.withDefaults().evaluate(all, SHARES);
        return new LeadTimes(all.length, found[0], found[1], found[2], bins(minutes));
    }

    private static List<Integer> bins(List<Double> minutes) {
        List<Integer> bins = new ArrayList<>();
        double from = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= BOUNDS.size(); i++) {
            double above = from;
            double to = i < BOUNDS.size() ? BOUNDS.get(i) : Double.POSITIVE_INFINITY;
            bins.add((int) minutes.stream().filter(it -> it > above && it <= to).count());
            from = to;
        }
        return bins;
    }
}

package org.quanzu.simulation.report;

/**
 * What share of warnings are of scams where scams are as rare as in reality: {@code right} of the simulation count
 * {@code weight} each, {@code wrong} fully. The interval joins the bounds of {@link Rate} of both, which makes it rather too wide.
 */
public record Precision(long right, long wrong, double share, double low, double high) {

    static Precision of(long right, long wrong, double weight) {
        return new Precision(
                right,
                wrong,
                share(right * weight, wrong),
                share(Rate.low(right) * weight, Rate.high(wrong)),
                share(Rate.high(right) * weight, Rate.low(wrong)));
    }

    private static double share(double right, double wrong) {
        return right + wrong == 0 ? 0 : right / (right + wrong);
    }
}

package org.quanzu.practice;

import java.math.BigDecimal;
import java.util.List;

/** The rows of {@code priority.csv}: points that stand for the loss a call in this minute is expected to prevent. */
public record Priorities(List<Row> rows) {
    private static final double MILLIS_PER_MINUTE = 60_000;

    public Priorities {
        rows = List.copyOf(rows);
    }

    /** One row: {@code points} when {@code factor} holds with {@code value} (empty where the factor has none). */
    public record Row(Factor factor, String value, int points) {
        BigDecimal number() {
            return value.isEmpty() ? BigDecimal.ONE : new BigDecimal(value);
        }
    }

    /** The points of a case, whatever the time. */
    public int points(Circumstances of) {
        return of(Factor.LEVEL, of.level())
                + of(Factor.FAMILY, of.family())
                + reached(Factor.AMOUNT_AT_RISK, of.amountAtRisk())
                + (of.liveCall() ? of(Factor.LIVE_CALL, "") : 0)
                + (of.attemptedPayment() ? of(Factor.ATTEMPTED_PAYMENT, "") : 0)
                + repeated(of.reattempts())
                + reached(Factor.BUSY, BigDecimal.valueOf(of.busy()))
                + (of.vulnerable() ? of(Factor.VULNERABLE, "") : 0);
    }

    /**
     * The place in the queue of a case with {@code points} that has waited since {@code sinceMillis} (epoch): points less
     * what ageing gives to all that waited longer, so that the order stays the same while time goes by.
     */
    public double urgency(int points, long sinceMillis) {
        return points - of(Factor.MINUTE_WAITED, "") * (sinceMillis / MILLIS_PER_MINUTE);
    }

    private int of(Factor factor, String value) {
        return rows.stream()
                .filter(row -> row.factor() == factor && row.value().equals(value))
                .mapToInt(Row::points)
                .sum();
    }

    private int reached(Factor factor, BigDecimal number) {
        return rows.stream()
                .filter(row -> row.factor() == factor && number.compareTo(row.number()) >= 0)
                .mapToInt(Row::points)
                .max()
                .orElse(0);
    }

    private int repeated(int times) {
        return rows.stream()
                .filter(row -> row.factor() == Factor.REATTEMPT)
                .mapToInt(row -> row.points() * Math.min(times, row.number().intValue()))
                .sum();
    }
}

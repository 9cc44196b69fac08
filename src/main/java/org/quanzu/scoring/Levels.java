package org.quanzu.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of {@code levels.csv}, highest rank first. */
public record Levels(List<Row> rows) {

    public Levels {
        rows = rows.stream()
                .sorted(Comparator.comparingInt((Row row) -> -row.level().rank()))
                .toList();
    }

    /** The level of the first row, from the highest rank down, whose conditions all hold. */
    Level of(Scorecard.Score score, BigDecimal amountAtRisk) {
        for (Row row : rows) {
            if (row.holdsFor(score, amountAtRisk)) {
                return row.level();
            }
        }
        return Level.NONE;
    }

    /** The rank of a level by its code; 0 for null and unknown codes. */
    int rank(@Nullable String code) {
        return code == null ? 0 : byCode(code).rank();
    }

    public Level byCode(String code) {
        return rows.stream()
                .map(Row::level)
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElse(Level.NONE);
    }

    /** Every level once, highest rank first. */
    public List<Level> all() {
        return rows.stream().map(Row::level).distinct().toList();
    }

    /** One row of {@code levels.csv}: the conditions under which a family has a level; null is no condition. */
    public record Row(
            Level level,
            String family,
            @Nullable Integer minScore,
            @Nullable Integer minClasses,
            boolean decisive,
            @Nullable BigDecimal minAmountAtRisk) {
        public static final String ANY = "*";

        /** Ordinary life never cancels a decisive hit, so a decisive row measures the evidence without it. */
        boolean holdsFor(Scorecard.Score score, BigDecimal amountAtRisk) {
            if (!family.equals(ANY) && !family.equals(score.family())) {
                return false;
            }
            if (minAmountAtRisk != null && amountAtRisk.compareTo(minAmountAtRisk) < 0) {
                return false;
            }
            return decisive
                    ? score.decisiveRank() >= level.rank() && measures(score.undiminished())
                    : score.tally().points() > 0 && measures(score.tally());
        }

        private boolean measures(Scorecard.Tally tally) {
            return (minScore == null || tally.points() >= minScore)
                    && (minClasses == null || tally.classes() >= minClasses);
        }
    }
}

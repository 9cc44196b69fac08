package org.quanzu.desk.board;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.board.Response.Pace;

/** Cases counted by how many seconds something took. */
final class Paces {
    private final TreeMap<Integer, Integer> casesBySeconds = new TreeMap<>();
    private int count;
    private int within;
    private int due;

    void add(int seconds, int cases) {
        casesBySeconds.merge(seconds, cases, Integer::sum);
        count += cases;
    }

    void addDeadlines(int keptCases, int dueCases) {
        within += keptCases;
        due += dueCases;
    }

    Pace pace() {
        return new Pace(count, percentile(0.5), percentile(0.9), within, due);
    }

    /** The smallest number of seconds that so many of the cases did not exceed. */
    private @Nullable Integer percentile(double share) {
        long rank = (long) Math.ceil(share * count);
        long seen = 0;
        for (Map.Entry<Integer, Integer> some : casesBySeconds.entrySet()) {
            seen += some.getValue();
            if (seen >= rank) {
                return some.getKey();
            }
        }
        return null;
    }
}

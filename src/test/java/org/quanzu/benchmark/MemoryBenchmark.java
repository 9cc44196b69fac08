package org.quanzu.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quanzu.event.Event;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.watchlist.Watchlists;

/** The heap that 100,000 hot profiles of 60 events take, measured after a full collection. */
public final class MemoryBenchmark {
    private static final int PROFILES = 100_000;
    private static final int EVENTS = 60;

    private MemoryBenchmark() {}

    public static void main(String[] args) {
        long empty = usedBytes();
        List<Profile> profiles = new ArrayList<>(PROFILES);
        for (int seed = 0; seed < PROFILES; seed++) {
            Profile profile = Profile.empty("p-" + seed);
            for (Event event : Histories.of(EVENTS, seed % 10 == 0, seed)) {
                profile = Update.of(profile, event, Surroundings.UNKNOWN, Watchlists.EMPTY)
                        .after();
            }
            profiles.add(profile);
        }
        long used = usedBytes() - empty;
        System.out.printf(
                Locale.ROOT,
                "%,d profiles of %d events: %,d MB, %,d bytes a profile%n",
                profiles.size(),
                EVENTS,
                used >> 20,
                used / PROFILES);
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

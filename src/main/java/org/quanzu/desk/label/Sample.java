package org.quanzu.desk.label;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Which judged episodes somebody else looks at again: {@code percent} of them, the same ones whenever asked. */
record Sample(double percent) {
    private static final int FINENESS = 100_000;
    private static final double ALL = 100;

    Sample {
        if (!(percent >= 0 && percent <= ALL)) {
            throw new IllegalArgumentException(
                    "The setting quanzu.desk.recheck-percent is " + percent + "\nMaybe set it between 0 and 100");
        }
    }

    boolean includes(Episode.Key episode) {
        byte[] name = ("recheck " + episode.caseId() + " " + episode.number()).getBytes(StandardCharsets.UTF_8);
        long place = Math.floorMod(UUID.nameUUIDFromBytes(name).getLeastSignificantBits(), FINENESS);
        return place < percent / ALL * FINENESS;
    }
}

package org.quanzu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.event.Event;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Surroundings;
import org.quanzu.fact.Transaction;
import org.quanzu.testkit.Histories;
import org.quanzu.watchlist.Watchlists;

class SnapshotTest {
    private static final Attributes TOLD = new Attributes(
            Set.of("acc-1"), Set.of("acc-2"), Set.of("+442079460001"), Map.of("acc-3", 1_900_000_000_000L));

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 60, 150, 400})
    void continuesExactlyWhereTheProfileStood(int size) {
        for (int seed = 0; seed < 20; seed++) {
            List<Event> events = Histories.of(seed, "p-1", size);
            Profile start = Profile.empty("p-1").withAttributes(TOLD);
            int cut = seed * size / 20;

            Profile live = fold(start, events);
            Profile early = fold(start, events.subList(0, cut));
            Profile restored = SnapshotReader.read(SnapshotWriter.write(early), "p-1", TOLD, Watchlists.EMPTY);
            Profile rebuilt = fold(restored, events.subList(cut, size));

            assertThat(restored).usingRecursiveComparison().isEqualTo(early);
            assertThat(rebuilt).usingRecursiveComparison().isEqualTo(live);
            assertThat(SnapshotWriter.write(rebuilt)).isEqualTo(SnapshotWriter.write(live));
        }
    }

    @Test
    void readsWhatTheFirstVersionWrote() throws IOException {
        byte[] old = Files.readAllBytes(Path.of("src", "test", "resources", "snapshots", "version-1.bin"));

        Profile read = SnapshotReader.read(old, "p-1", Attributes.NONE, Watchlists.EMPTY);

        assertThat(read.facts()).hasSize(46);
        assertThat(read.facts())
                .filteredOn(Transaction.class::isInstance)
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(((Transaction) fact).getAmount()).isPositive());
        assertThat(SnapshotReader.read(SnapshotWriter.write(read), "p-1", Attributes.NONE, Watchlists.EMPTY))
                .usingRecursiveComparison()
                .isEqualTo(read);
    }

    private static Profile fold(Profile start, List<Event> events) {
        Profile profile = start;
        for (Event event : events) {
            Surroundings around = new Surroundings(Math.floorMod(event.key().hashCode(), 3), null);
            profile = Update.of(profile, event, around, Watchlists.EMPTY).after();
        }
        return profile;
    }
}

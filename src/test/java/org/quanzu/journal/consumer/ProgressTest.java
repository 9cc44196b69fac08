package org.quanzu.journal.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quanzu.journal.consumer.JdbcConsumers.Counts;
import org.quanzu.testkit.SettableClock;

class ProgressTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final SettableClock clock = new SettableClock(NOON);
    private final Progress progress = new Progress(clock);

    @Test
    void countsWhatIsBeforeItAndHowOldThatIs() {
        progress.begins();
        progress.sees(7, NOON.minusSeconds(3));
        progress.counts(new Counts(1, 2, NOON));
        clock.advance(Duration.ofMillis(500));

        assertThat(progress.waiting()).isEqualTo(9);
        assertThat(progress.lagSeconds()).isEqualTo(3.5);

        progress.ends(false);
        assertThat(progress.waiting()).isEqualTo(2);
        assertThat(progress.lagSeconds()).isZero();
    }

    @Test
    void standsWhenItFailsForLong() {
        boolean first = progress.fails("away");
        boolean second = progress.fails("away");
        clock.advance(Duration.ofSeconds(61));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(progress.stands(LONGEST)).isTrue();
        assertThat(progress.failure()).isEqualTo("away");

        progress.ends(false);
        assertThat(progress.stands(LONGEST)).isFalse();
        assertThat(progress.failure()).isEmpty();
    }

    @Test
    void standsWhenOneThingTakesForLong() {
        progress.begins();
        clock.advance(Duration.ofSeconds(61));
        boolean standing = progress.stands(LONGEST);
        progress.moves();

        assertThat(standing).isTrue();
        assertThat(progress.stands(LONGEST)).isFalse();
    }

    @Test
    void restsAsLongAsThereIsNothingToDo() {
        progress.begins();
        progress.ends(false);
        clock.advance(Duration.ofHours(9));

        assertThat(progress.stands(LONGEST)).isFalse();
    }
}

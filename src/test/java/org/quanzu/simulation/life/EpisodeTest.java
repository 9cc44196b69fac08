package org.quanzu.simulation.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanzu.simulation.city.Dissuasion;
import org.quanzu.simulation.life.Episode.Loss;

class EpisodeTest {

    @Test
    void losesMostWithThePaymentThatTakesItToHalf() {
        assertThat(of(100, 200, 700, 50).mainLossMillis()).hasValue(2);
        assertThat(of(500, 500).mainLossMillis()).hasValue(0);
    }

    @Test
    void countsWhatCameBack() {
        Episode episode = of(100, -110, 5000);

        assertThat(episode.total()).isEqualByComparingTo("4990");
        assertThat(episode.mainLossMillis()).hasValue(2);
    }

    @Test
    void hasNoMainLossWhereNothingIsLost() {
        assertThat(of().mainLossMillis()).isEmpty();
        assertThat(of(100, -120).mainLossMillis()).isEmpty();
    }

    private static Episode of(int... amounts) {
        List<Loss> losses = new ArrayList<>();
        for (int amount : amounts) {
            losses.add(new Loss(losses.size(), BigDecimal.valueOf(amount), true, true));
        }
        return new Episode(
                0, 0, "fee", "loan", List.of(), losses, List.of(), new Dissuasion(0.5, 0.5, 0.5, 0.5, 0), 0, 9);
    }
}

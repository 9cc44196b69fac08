package org.quanzu.desk.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quanzu.desk.board.Response.Pace;

class PacesTest {

    @Test
    void takesTheNearestRank() {
        Paces paces = new Paces();
        paces.add(10, 4);
        paces.add(20, 5);
        paces.add(90, 1);
        paces.addDeadlines(9, 12);

        assertThat(paces.pace()).isEqualTo(new Pace(10, 20, 20, 9, 12));
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(new Paces().pace()).isEqualTo(new Pace(0, null, null, 0, 0));
    }
}

package org.quanzu.console.board;

import java.time.Instant;
import java.util.List;
import org.quanzu.desk.board.AtWork;
import org.quanzu.desk.board.Figures;
import org.quanzu.desk.board.OpenOffer;
import org.quanzu.desk.queue.Counts;

/**
 * The desk at a moment: {@code today} since midnight where the desk is, {@code before} the day before until about the same
 * time.
 */
public record BoardPage(
        Instant at,
        Counts counts,
        List<AtWork> atWork,
        List<OpenOffer> offers,
        Outward outward,
        Figures today,
        Figures before) {
    public BoardPage {
        atWork = List.copyOf(atWork);
        offers = List.copyOf(offers);
    }

    /** Orders to others that wait for a person: those given up, and those of which nobody knows whether they arrived. */
    public record Outward(int dead, int uncertain) {}
}

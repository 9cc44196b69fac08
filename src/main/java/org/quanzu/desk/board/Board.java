package org.quanzu.desk.board;

import java.util.List;

/** Figures of the desk, counted when they are asked for. */
public interface Board {

    /** The cases operators work on, the longest held first. */
    List<AtWork> atWork();

    /** The offers nobody has answered, oldest first. */
    List<OpenOffer> openOffers();

    /** What was done in a span. */
    Figures figures(Span span);
}

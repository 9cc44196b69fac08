package org.quanzu.desk.board;

import java.time.Instant;

/** From one moment until just before another. */
public record Span(Instant from, Instant to) {}

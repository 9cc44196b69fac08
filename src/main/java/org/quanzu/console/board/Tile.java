package org.quanzu.console.board;

/** One figure of the day with what it is compared to; {@code name} is a message. */
public record Tile(String name, String figure, String note) {}

package org.quanzu.scoring;

/** A graded warning level; rank 1 is the lowest, and NONE has rank 0. */
public record Level(String code, int rank, Text name, String colour, int validHours) {
    public static final Level NONE = new Level("NONE", 0, new Text("none", "无"), "grey", 0);
}

package org.quanzu.rulefile;

/**
 * One step on the way to a match: the head of a pattern, one of its constraints, or a whole not, exists, group or accumulate;
 * {@code parts} counts the constraints the engine sees for a constraint, and is 1 for everything else.
 */
public record Step(int line, int column, String text, int parts) {
    public Step(int line, int column, String text) {
        this(line, column, text, 1);
    }
}

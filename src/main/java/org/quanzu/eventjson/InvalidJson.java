package org.quanzu.eventjson;

/** A body that is no JSON object within the limits; the pointer names the field being read, lines and columns count from 1. */
public final class InvalidJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String pointer;
    private final int line;
    private final int column;

    InvalidJson(String what, String pointer, int line, int column) {
        super(message(what, pointer, line, column), null, false, false);
        this.what = what;
        this.pointer = pointer;
        this.line = line;
        this.column = column;
    }

    private static String message(String what, String pointer, int line, int column) {
        String field = pointer.isEmpty() ? "" : ", in " + TextLimits.shown(pointer);
        return "The body " + what + ", at line " + line + ", column " + column + field;
    }

    /** The same, told of a body that stands in one line of something larger. */
    public InvalidJson inLine(int number) {
        return new InvalidJson(what, pointer, number, column);
    }

    public String pointer() {
        return pointer;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}

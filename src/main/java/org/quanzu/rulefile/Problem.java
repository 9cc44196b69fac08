package org.quanzu.rulefile;

import java.util.Comparator;

/** Something wrong in a rule file, with the place (line and column count from 1) and, on a last line, advice. */
public record Problem(String file, int line, int column, String message, Severity severity) {
    /** By file, then by place. */
    public static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + (isError() ? "" : "warning: ") + message;
    }

    /** An error keeps a rule set out of service, a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }
}

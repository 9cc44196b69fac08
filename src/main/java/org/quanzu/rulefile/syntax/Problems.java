package org.quanzu.rulefile.syntax;

import java.util.ArrayList;
import java.util.List;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.Problem.Severity;

/** The problems found in one file so far. */
public final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }

    /** Adds an error; {@code advice} follows on its own line after "Maybe". */
    public void error(Span at, String message, String advice) {
        error(at.line(), at.column(), message, advice);
    }

    public void error(int line, int column, String message, String advice) {
        found.add(new Problem(file, line, column, message + "\nMaybe " + advice, Severity.ERROR));
    }

    public void warning(int line, int column, String message, String advice) {
        found.add(new Problem(file, line, column, message + "\nMaybe " + advice, Severity.WARNING));
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    public List<Problem> found() {
        return List.copyOf(found);
    }
}

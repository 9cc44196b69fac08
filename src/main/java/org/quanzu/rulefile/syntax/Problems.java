package org.quanzu.rulefile.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.Problem.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The problems found in one file so far. */
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

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

    /** What {@code read} answers; if it breaks off instead, that is a problem of this file and {@code otherwise} stands for it. */
    public <T extends @Nullable Object> T reading(Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("{} cannot be read: {}", file, e.toString());
            error(
                    Span.START,
                    "the file cannot be read: " + e,
                    "undo the last change to it or make it shorter; the fault is not yours, so report it");
            return otherwise;
        }
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    public List<Problem> found() {
        return List.copyOf(found);
    }
}

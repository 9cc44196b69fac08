package org.quanzu.simulation.period;

import java.nio.file.Path;

/** Something in the files of a period that cannot be used, with its file and line. */
public final class InvalidPeriod extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidPeriod(Path file, String message) {
        super(file + ": " + message);
    }

    InvalidPeriod(Path file, long line, String message) {
        super(file + ":" + line + ": " + message);
    }
}

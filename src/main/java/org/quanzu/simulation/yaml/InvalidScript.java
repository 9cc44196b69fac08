package org.quanzu.simulation.yaml;

import java.nio.file.Path;

/** Something in a YAML file of a simulation that cannot be followed, with its file and line and, after "Maybe", advice. */
public final class InvalidScript extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidScript(Path file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}

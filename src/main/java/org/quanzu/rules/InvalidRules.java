package org.quanzu.rules;

import java.nio.file.Path;

/** The rule folder is not valid at the start, and no rule set was ever published that could serve instead. */
public final class InvalidRules extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidRules(Path folder) {
        super("The rule files in " + folder.toAbsolutePath() + " are not valid, and none were published before"
                + "\nMaybe correct the problems reported above");
    }
}

package org.quanzu.rules;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.quanzu.profile.Bounds;

/** The check of a folder of rules against the stories in a folder of simulations. */
public interface RuleCheck {

    /** Checks for a house that keeps what {@code bounds} say, prints a table of story, expected and got, and answers the exit code: 0 fine, 1 findings. */
    int run(Path rules, Path simulations, Bounds bounds, PrintWriter out);
}

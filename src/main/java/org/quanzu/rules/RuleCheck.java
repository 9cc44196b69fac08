package org.quanzu.rules;

import java.io.PrintWriter;
import java.nio.file.Path;

/** The check of a folder of rules against the stories in a folder of simulations. */
public interface RuleCheck {

    /** Checks, prints a table of story, expected and got, and answers the exit code: 0 fine, 1 findings. */
    int run(Path rules, Path simulations, PrintWriter out);
}

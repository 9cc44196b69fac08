package org.quanzu.rulefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read: all problems of all files in order, and a draft when none of them is an error. */
public record Reading(List<Problem> problems, @Nullable Draft draft) {
    public Reading {
        problems = problems.stream().sorted(Problem.BY_PLACE).toList();
    }
}

package org.quanzu.simulation.run;

import java.util.List;
import org.quanzu.simulation.Deployment;

/** What one deployment heard of one person in the end: its warnings in order of time, and how the rules matched. */
record Heard(Deployment deployment, List<Warning> warnings, RuleMarks marks, long events) {}

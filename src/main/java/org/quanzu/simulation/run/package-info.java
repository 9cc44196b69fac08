/** A simulated city told to a rule set in virtual time, and what came of it: warnings, episodes and how rules fared. */
@NullMarked
@NamedInterface("run")
package org.quanzu.simulation.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

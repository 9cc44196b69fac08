/** The dissuasion team in the simulation: who is reached in time, with how many operators, in which order. */
@NullMarked
@NamedInterface("team")
package org.quanzu.simulation.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

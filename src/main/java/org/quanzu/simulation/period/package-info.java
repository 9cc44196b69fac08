/** A period of real life of which it is known who was being scammed, read from files and told to the rules. */
@NullMarked
@NamedInterface("period")
package org.quanzu.simulation.period;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

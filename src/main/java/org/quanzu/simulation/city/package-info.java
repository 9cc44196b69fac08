/** The people of a simulated city, their habits, and the stream of what happens to each. */
@NullMarked
@NamedInterface("city")
package org.quanzu.simulation.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

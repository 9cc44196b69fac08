/** Who lives in a made-up city: persons with households, numbers, accounts and the people they deal with. */
@NullMarked
@NamedInterface("population")
package org.quanzu.simulation.population;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

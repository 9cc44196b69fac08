/** A city's events one after the other, as everybody's are: written to files, or told to a server. */
@NullMarked
@NamedInterface("feed")
package org.quanzu.simulation.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

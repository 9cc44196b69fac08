/** What happens to the persons of a made-up city, day by day, with what it really is. */
@NullMarked
@NamedInterface("life")
package org.quanzu.simulation.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
